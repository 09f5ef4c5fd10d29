import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import type { CommentPlace } from '#shared/bundles/reply.ts'
import type { CommentEntry } from '#shared/replies/comment.ts'
import type { receivedClientIdSchema } from '#shared/review/received-client.ts'
import type { z } from 'zod'
import { makeOwnKeys } from '../../../bundles/make-own-keys.ts'
import { createContactRepository } from '../../../records/contacts/contact.repository.ts'
import { createOwnKeysRepository, type OwnKeys } from '../../../records/contacts/own-keys.repository.ts'
import { clientEntry, sessionLog } from '../../../testing/entries.ts'
import { temporaryFolder } from '../../../testing/temporary-folder.ts'
import { createTestVault, type TestVault } from '../../../testing/test-vault.ts'
import { clientShare } from '../../../testing/client-share.ts'

type ReceivedId = z.output<typeof receivedClientIdSchema>

/** Keys of three people, made once for each file of tests. */
export const [therapistKeys, supervisorKeys, strangerKeys] = await Promise.all([
  makeOwnKeys(),
  makeOwnKeys(),
  makeOwnKeys(),
])

/** Adds a contact whose words were compared. */
export function addContact({ db, clock }: TestVault, name: string, { public: keys }: OwnKeys): string {
  const id = randomUUID()
  const addedAt = clock.now.toISOString()
  createContactRepository(db).put({ id, name, state: 'compared', keys, laterKeys: null, addedAt })
  return id
}

/** A comment on a session as the form sends it. */
export function commentOn(clientId: ReceivedId, text: string, about?: CommentPlace): CommentEntry {
  return {
    id: randomUUID(),
    clientId,
    about: about ?? { kind: 'session', session: 1 },
    text,
    study: null,
    keepsStudy: false,
  }
}

/**
 * A therapist's and a supervisor's vault. They have compared words, and the supervisor has imported a bundle about the
 * clients Fern and Moss, each with two sessions.
 */
export async function twoVaults() {
  const [therapist, supervisor] = [createTestVault(), createTestVault()]
  createOwnKeysRepository(therapist.db).putFirst(therapistKeys, therapist.clock.now.toISOString())
  createOwnKeysRepository(supervisor.db).putFirst(supervisorKeys, supervisor.clock.now.toISOString())
  const ruth = addContact(therapist, 'Ruth Lind', supervisorKeys)
  const ada = addContact(supervisor, 'Ada Berg', therapistKeys)
  const clientIds = []
  for (const code of ['Fern', 'Moss']) {
    const { id } = await therapist.api.clients.create(clientEntry({ code }))
    for (const number of [1, 2])
      await therapist.api.sessions.save({
        log: sessionLog(id, { session: { number } }),
        expectedRevision: 0,
      })
    await therapist.api.sharing.giveConsent({
      id: randomUUID(),
      clientId: id,
      contactId: null,
      givenOn: '2026-03-02',
      manner: 'in-person',
      said: 'Agreed.',
    })
    clientIds.push(id)
  }
  const [fern, moss] = clientIds
  if (fern === undefined || moss === undefined) throw new Error('there are two clients')

  /** Shares clients, and imports the bundle at the supervisor's. */
  const share = async (ids = [fern, moss]): Promise<void> => {
    const prepared = await therapist.api.sharing.prepare({
      contactId: ruth,
      clients: ids.map((clientId) => clientShare(clientId)),
      withWellbeing: false,
    })
    const path = join(temporaryFolder(), 'bundle.age')
    const confirmed = prepared.lines.map(({ key }) => key)
    const token = therapist.grant('bundle', path)
    await therapist.api.sharing.send({ bundleId: prepared.bundleId, confirmed, token })
    const preview = await supervisor.api.review.preview({ token: supervisor.grant('received-bundle', path) })
    if (preview.kind === 'refused' || preview.importId === null) throw new Error('not importable')
    await supervisor.api.review.import({ importId: preview.importId })
  }
  await share()

  /** The supervisor's id of a client. */
  const receivedId = (clientId: string): ReceivedId => {
    const pseudonym = therapist.db
      .prepare('SELECT pseudonym FROM client_pseudonyms WHERE client_id = ?')
      .pluck()
      .get(clientId)
    return supervisor.db
      .prepare('SELECT id FROM received_clients WHERE pseudonym = ?')
      .pluck()
      .get(pseudonym) as ReceivedId // the row's own id
  }
  /** Saves the supervisor's reply to a file, and gives its path. */
  const reply = async (): Promise<string> => {
    const { reply: shown } = await supervisor.api.replies.prepare({ contactId: ada })
    const path = join(temporaryFolder(), 'reply.age')
    await supervisor.api.replies.send({ replyId: shown.replyId, token: supervisor.grant('reply', path) })
    return path
  }
  /** Chooses a reply's file, or such bytes, in the therapist's vault. */
  const preview = (file: string | Uint8Array) => {
    const path = typeof file === 'string' ? file : join(temporaryFolder(), 'reply.age')
    if (typeof file !== 'string') writeFileSync(path, file)
    return therapist.api.replies.preview({ token: therapist.grant('received-reply', path) })
  }
  const importReply = async (file: string | Uint8Array) => {
    const shown = await preview(file)
    if (shown.kind === 'refused' || shown.importId === null)
      throw new Error(`not importable: ${JSON.stringify(shown)}`)
    return therapist.api.replies.import({ importId: shown.importId })
  }
  /** Everything in the therapist's vault that a reply can change. */
  const rows = (): unknown[] =>
    ['supervisor_comments', 'received_replies', 'contacts', 'client_pseudonyms'].map((table) =>
      therapist.db.prepare(`SELECT * FROM ${table}`).all(),
    )
  return {
    therapist,
    supervisor,
    ruth,
    ada,
    fern,
    moss,
    share,
    receivedId,
    reply,
    preview,
    importReply,
    rows,
  }
}
