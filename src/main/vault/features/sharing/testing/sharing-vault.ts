import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Contact } from '#shared/bundles/contact.ts'
import { clientIdSchema } from '#shared/records/ids.ts'
import type { ConsentEntry } from '#shared/sharing/consent.ts'
import type { ClientShare } from '#shared/sharing/share-choice.ts'
import { readFileSync } from 'node:fs'
import { decryptAnything } from '../../../bundles/testing/people.ts'
import { makeOwnKeys } from '../../../bundles/make-own-keys.ts'
import { createContactRepository } from '../../../records/contacts/contact.repository.ts'
import { temporaryFolder } from '../../../testing/temporary-folder.ts'
import type { TestVault } from '../../../testing/test-vault.ts'
import { clientShare } from '../../../testing/client-share.ts'

/** Keys of two supervisors, made once for each file of tests. */
export const supervisors = await Promise.all([makeOwnKeys(), makeOwnKeys()])

/** Adds two compared contacts to a vault. Gives their ids, and what shares with them. */
export function withContacts({ api, db, clock, grant }: TestVault) {
  const contacts = createContactRepository(db)
  const [ruth, max] = supervisors.map(({ public: keys }, place): Contact => {
    const name = ['Ruth Lind', 'Max Berg'][place] ?? ''
    const addedAt = clock.now.toISOString()
    const contact: Contact = { id: randomUUID(), name, state: 'compared', keys, laterKeys: null, addedAt }
    contacts.put(contact)
    return contact
  })
  if (ruth === undefined || max === undefined) throw new Error('there are two supervisors')

  const consentOf = (clientId: string, more: Partial<ConsentEntry> = {}): ConsentEntry => ({
    id: randomUUID(),
    clientId: clientIdSchema.parse(clientId),
    contactId: null,
    givenOn: '2026-03-02',
    manner: 'in-person',
    said: 'May be discussed, without the name.',
    ...more,
  })
  const prepare = (contactId: string, clients: readonly ClientShare[], withWellbeing = false) =>
    api.sharing.prepare({ contactId, clients: [...clients], withWellbeing })
  const save = async (
    { bundleId, lines }: Awaited<ReturnType<typeof prepare>>,
    path = join(temporaryFolder(), 'bundle.age'),
  ) => {
    await api.sharing.send({
      bundleId,
      confirmed: lines.map(({ key }) => key),
      token: grant('bundle', path),
    })
    return path
  }
  /** What the recipient of a file reads in it: the line with the signature, then the document. */
  const opened = (path: string, supervisor = supervisors[0]) =>
    supervisor === undefined
      ? Promise.reject(new Error('nobody'))
      : decryptAnything(readFileSync(path), supervisor)

  return { contacts, ruth, max, consentOf, share: clientShare, prepare, save, opened }
}
