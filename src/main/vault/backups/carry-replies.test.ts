import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clientEntry, sessionLog } from '../testing/entries.ts'
import { newestOf, startVault } from '../testing/running-vault.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createTestVault, rightPassphrase } from '../testing/test-vault.ts'
import { clientShare } from '../testing/client-share.ts'
import { comparedPeople } from '../testing/compared-people.ts'

/** A therapist's real vault that has shared a client, and a supervisor's who comments on the first session. */
async function twoPeople() {
  const folder = temporaryFolder()
  const clock = { now: new Date('2026-03-20T15:00:00.000Z') }
  const therapist = startVault(folder, clock)
  const { api } = therapist
  await api.vault.create({ passphrase: rightPassphrase })
  const supervisor = createTestVault()
  const { ruth, ada } = await comparedPeople(api, supervisor.api)
  const { id: fern } = await api.clients.create(clientEntry({ code: 'Fern' }))
  await api.sessions.save({ log: sessionLog(fern), expectedRevision: 0 })
  await api.sharing.giveConsent({
    id: randomUUID(),
    clientId: fern,
    contactId: null,
    givenOn: '2026-03-02',
    manner: 'in-person',
    said: 'Agreed.',
  })
  const prepared = await api.sharing.prepare({
    contactId: ruth,
    clients: [clientShare(fern)],
    withWellbeing: false,
  })
  const bundle = join(temporaryFolder(), 'bundle.age')
  const confirmed = prepared.lines.map(({ key }) => key)
  await api.sharing.send({
    bundleId: prepared.bundleId,
    confirmed,
    token: therapist.grant('bundle', bundle),
  })
  const shown = await supervisor.api.review.preview({ token: supervisor.grant('received-bundle', bundle) })
  if (shown.kind === 'refused' || shown.importId === null) throw new Error('not importable')
  await supervisor.api.review.import({ importId: shown.importId })
  const received = (await supervisor.api.review.overview())[0]?.clients[0]
  if (received === undefined) throw new Error('the client has come')

  /** Writes a comment; the answer takes it away again. */
  const comment = async (text: string) => {
    const id = randomUUID()
    const about = { kind: 'session', session: 1 } as const
    await supervisor.api.replies.write({
      id,
      clientId: received.id,
      about,
      text,
      study: null,
      keepsStudy: false,
    })
    return () => supervisor.api.replies.remove({ id })
  }
  const reply = async (): Promise<string> => {
    const { reply: made } = await supervisor.api.replies.prepare({ contactId: ada })
    const path = join(temporaryFolder(), 'reply.age')
    await supervisor.api.replies.send({ replyId: made.replyId, token: supervisor.grant('reply', path) })
    return path
  }
  type Vault = Pick<typeof therapist, 'api' | 'grant'>
  const preview = async (vault: Vault, path: string) => {
    const found = await vault.api.replies.preview({ token: vault.grant('received-reply', path) })
    if (found.kind === 'refused') throw new Error(found.reason)
    return found
  }
  const open = async (vault: Vault, path: string) => {
    const { importId } = await preview(vault, path)
    if (importId === null) throw new Error('not importable')
    await vault.api.replies.import({ importId })
  }
  const restored = async () => {
    const source = await newestOf(api)
    const { ticket } = await api.backups.open({ source, secret: { kind: 'present' } })
    await api.backups.restore({ ticket, acceptsOtherVault: false })
    const next = startVault(folder, clock)
    await next.unlock()
    return next
  }
  const textsIn = async (vault: Vault) =>
    (await vault.api.replies.ofClient({ clientId: fern })).map(({ text }) => text).toSorted()
  return { therapist, comment, reply, preview, open, restored, textsIn }
}

test('fault 381: after a restore an older reply is still older, and the newest brings its comments back once', async () => {
  const { therapist, comment, reply, preview, open, restored, textsIn } = await twoPeople()
  await comment('Name the silence.')
  await open(therapist, await reply())
  await therapist.api.backups.make()
  const removeSecond = await comment('Said too much.')
  const second = await reply()
  await open(therapist, second)
  await removeSecond()
  await comment('Slow down.')
  const third = await reply()
  await open(therapist, third)
  const after = await restored()
  expect(await textsIn(after)).toEqual(['Name the silence.'])
  expect(await preview(after, second)).toMatchObject({ order: 'repeated', importId: null })
  await open(after, third)
  expect(await textsIn(after)).toEqual(['Name the silence.', 'Slow down.'])
  expect(await preview(after, third)).toMatchObject({ order: 'repeated', importId: null })
})

test('fault 381: a reply that never came, older than one that did, is older after a restore too', async () => {
  const { therapist, comment, reply, preview, open, restored } = await twoPeople()
  await therapist.api.backups.make()
  await comment('Name the silence.')
  const first = await reply()
  await open(therapist, await reply())
  expect(await preview(await restored(), first)).toMatchObject({ order: 'older', importId: null })
})
