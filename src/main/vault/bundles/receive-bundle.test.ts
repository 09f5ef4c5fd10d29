import { randomUUID } from 'node:crypto'
import { closeSync, ftruncateSync, openSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Bundle } from '#shared/bundles/bundle.ts'
import { exampleBundle } from '#shared/bundles/testing/example-bundle.ts'
import { createContactRepository } from '../records/contacts/contact.repository.ts'
import { createReceivedBundleRepository } from '../records/contacts/received-bundle.repository.ts'
import { createReader } from '../reading/reader.ts'
import { readHere } from '../testing/read-here.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createTestVault } from '../testing/test-vault.ts'
import { readCard, writeCard } from './card.ts'
import { wordsOfKeys } from './fingerprint.ts'
import { receiveBundle } from './receive-bundle.ts'
import { sealBundle } from './seal-bundle.ts'
import { contactFromCard, withCard, withTypedWords } from './settle-contact.ts'
import { makePeople } from './testing/people.ts'

const { therapist, supervisor, stranger } = await makePeople()

/** The vault of a supervisor who has got the therapist's card, and has not yet compared the words. */
async function supervisorsVault() {
  const { db, clock } = createTestVault()
  const contacts = createContactRepository(db)
  const received = createReceivedBundleRepository(db)
  const read = await readCard(writeCard('Ada', therapist))
  if (read.kind === 'refused') throw new Error(read.reason)
  const contact = contactFromCard(read.card, randomUUID(), clock.now)
  contacts.put(contact)
  const folder = temporaryFolder()
  const parts = {
    own: supervisor,
    contacts,
    received,
    reader: createReader({ connect: readHere }),
    now: () => clock.now,
  }
  const receive = (path: string) => receiveBundle(parts, path)
  const compare = () => contacts.put(withTypedWords(contact, wordsOfKeys(therapist.public).join(' ')).contact)
  /** Receives a bundle that the therapist has made. */
  const comes = async (more: Partial<Bundle> = {}) => {
    const path = join(folder, `${randomUUID()}.age`)
    const bundle = exampleBundle({ sender: therapist.public, recipient: supervisor.public, ...more })
    writeFileSync(path, await sealBundle(bundle, therapist))
    return receive(path)
  }
  const rows = () =>
    ['contacts', 'received_bundles', 'client_pseudonyms', 'clients'].map((table) =>
      db.prepare(`SELECT * FROM ${table}`).all(),
    )
  return { db, clock, contacts, contact, received, folder, receive, compare, comes, rows }
}

test('a bundle is opened once the words of its sender were compared, and opening changes nothing', async () => {
  const { comes, compare, contact, rows } = await supervisorsVault()
  expect(await comes()).toEqual({ kind: 'refused', reason: 'sender-not-compared' })
  compare()
  const before = rows()
  expect(await comes()).toMatchObject({
    kind: 'opened',
    contact: { id: contact.id, name: 'Ada' },
    standing: { order: 'new', isFromFuture: false },
  })
  expect(rows()).toEqual(before)
})

test('fault 178: the same bundle again is a repetition', async () => {
  const { comes, compare, contact, received, clock, rows } = await supervisorsVault()
  compare()
  const first = await comes()
  if (first.kind === 'refused') throw new Error(first.reason)
  received.put(contact.id, first.bundle, clock.now)
  const before = rows()
  expect(await comes()).toMatchObject({ standing: { order: 'repeated' } })
  expect(rows()).toEqual(before)
})

test('fault 179, fault 182: an older bundle is said to be older though its clock is ahead', async () => {
  const { comes, compare, contact, received, clock } = await supervisorsVault()
  compare()
  received.put(contact.id, exampleBundle({ number: 9 }), clock.now)
  const older = { bundleId: randomUUID(), number: 8, madeAt: '2031-01-01T00:00:00.000Z' }
  expect(await comes(older)).toMatchObject({ standing: { order: 'older', isFromFuture: true } })
})

test('fault 183: after other keys have come, nothing is opened from either until the user decides', async () => {
  const { comes, compare, contacts, contact } = await supervisorsVault()
  compare()
  const compared = contacts.get(contact.id)
  if (!compared) throw new Error('the contact is missing')
  contacts.put(withCard(compared, { name: 'Ada', keys: stranger.public }))
  expect(await comes()).toEqual({ kind: 'refused', reason: 'sender-keys-changed' })
})

test('fault 181: a file of 500 MB, a link and a folder are refused without being read', async () => {
  const { receive, folder } = await supervisorsVault()
  const large = join(folder, 'large.age')
  const descriptor = openSync(large, 'w')
  ftruncateSync(descriptor, 500 * 1024 * 1024)
  closeSync(descriptor)
  const link = join(folder, 'link.age')
  symlinkSync(join(folder, 'elsewhere'), link)
  for (const path of [large, link, folder])
    expect(await receive(path)).toEqual({ kind: 'refused', reason: 'file-too-large' })
})
