import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contactSchema, type Contact } from '#shared/bundles/contact.ts'
import { pseudonymSchema } from '#shared/bundles/pseudonym.ts'
import { exampleBundle, exampleKeys } from '#shared/bundles/testing/example-bundle.ts'
import { clientEntry } from '../../testing/entries.ts'
import { createTestVault } from '../../testing/test-vault.ts'
import { createContactRepository } from './contact.repository.ts'
import { createPseudonymRepository } from './pseudonym.repository.ts'
import { createReceivedBundleRepository } from './received-bundle.repository.ts'

const now = new Date('2026-03-20T15:00:00.000Z')

function contactOf(number: number, more: Partial<Contact> = {}): Contact {
  return contactSchema.parse({
    id: randomUUID(),
    name: 'Ada',
    state: 'compared',
    keys: exampleKeys(number),
    laterKeys: null,
    addedAt: now.toISOString(),
    ...more,
  })
}

/** A vault with two contacts and some clients. */
async function vaultWithContacts(clientCount = 1) {
  const vault = createTestVault()
  const contacts = createContactRepository(vault.db)
  const [one, other] = [contactOf(1), contactOf(2)]
  contacts.put(one)
  contacts.put(other)
  const clients = Array.from({ length: clientCount }, (_, index) => clientEntry({ code: `C${index}` }))
  for (const client of clients) await vault.api.clients.create(client)
  return { ...vault, contacts, one, other, clientIds: clients.map(({ id }) => id) }
}

test('a contact is found by the key that they sign with, and by the one that came later', async () => {
  const { contacts, one } = await vaultWithContacts()
  const changed: Contact = { ...one, state: 'changed', laterKeys: exampleKeys(3) }
  contacts.put(changed)
  expect(contacts.get(one.id)).toEqual(changed)
  expect(contacts.findBySigning(exampleKeys(1).signing)).toEqual(changed)
  expect(contacts.findBySigning(exampleKeys(3).signing)).toEqual(changed)
  expect(contacts.findBySigning(exampleKeys(4).signing)).toBeNull()
})

test('two contacts never have the same signing key', async () => {
  const { contacts } = await vaultWithContacts()
  expect(() => contacts.put(contactOf(1))).toThrow('UNIQUE')
})

test('the number of a bundle rises, whatever the clock says, and after an older copy was restored', async () => {
  const { contacts, one, other } = await vaultWithContacts()
  const first = contacts.nextNumber(one.id, now)
  expect(contacts.nextNumber(one.id, now)).toBe(first)
  expect(contacts.useNumber(one.id, first)).toBe(true)
  const second = contacts.nextNumber(one.id, new Date('1971-01-01T00:00:00.000Z'))
  expect(second).toBe(first + 1)
  expect(contacts.useNumber(one.id, second)).toBe(true)
  expect(contacts.useNumber(one.id, first)).toBe(false)
  const later = new Date(now.getTime() + 60_000)
  // The other contact's count has not moved, as in an older copy of the vault.
  expect(contacts.nextNumber(other.id, later)).toBeGreaterThan(second)
  expect(() => contacts.nextNumber(randomUUID(), now)).toThrow()
})

/** A client's name for a contact, made if there is none. */
function nameOf(
  { find, propose, keep }: ReturnType<typeof createPseudonymRepository>,
  contactId: string,
  clientId: string,
): string {
  const pseudonym = find(contactId, clientId) ?? propose(contactId)
  keep(contactId, clientId, pseudonym)
  return pseudonym
}

test('a client has one pseudonym for each contact, and two contacts share none', async () => {
  const { db, one, other, clientIds } = await vaultWithContacts(40)
  const pseudonyms = createPseudonymRepository(db)
  const forOne = clientIds.map((id) => nameOf(pseudonyms, one.id, id))
  const forOther = clientIds.map((id) => nameOf(pseudonyms, other.id, id))
  expect(new Set([...forOne, ...forOther]).size).toBe(80)
  expect(forOne.every((name) => pseudonymSchema.safeParse(name).success)).toBe(true)
  expect(clientIds.map((id) => nameOf(pseudonyms, one.id, id))).toEqual(forOne)
})

test('a pseudonym is not made from the client: the same client gets another one in another vault', async () => {
  const id = randomUUID()
  const names = new Set<string>()
  for (let count = 0; count < 3; count += 1) {
    const { db, api, one } = await vaultWithContacts(0)
    await api.clients.create(clientEntry({ id, code: 'Fern' }))
    names.add(nameOf(createPseudonymRepository(db), one.id, id))
  }
  expect(names.size).toBe(3)
})

test('the pseudonym of an erased or withdrawn client is known as withdrawn, and the client is not', async () => {
  const { db, one, other, clientIds } = await vaultWithContacts(2)
  const [erased = '', stopped = ''] = clientIds
  const pseudonyms = createPseudonymRepository(db)
  const ofErased = nameOf(pseudonyms, one.id, erased)
  const ofStopped = nameOf(pseudonyms, one.id, stopped)
  nameOf(pseudonyms, other.id, stopped)
  expect(pseudonyms.withdrawn(one.id)).toEqual([])
  db.prepare('DELETE FROM clients WHERE id = ?').run(erased)
  pseudonyms.withdraw(one.id, stopped)
  expect(pseudonyms.withdrawn(one.id)).toEqual([ofErased, ofStopped].toSorted())
  expect(pseudonyms.withdrawn(other.id)).toEqual([])
  expect(nameOf(pseudonyms, one.id, stopped)).not.toBe(ofStopped)
})

test('fault 178: a bundle that comes twice is a repetition, and remembering it again changes nothing', async () => {
  const { db, one, other } = await vaultWithContacts()
  const received = createReceivedBundleRepository(db)
  const bundle = exampleBundle({ number: 5 })
  expect(received.standingOf(one.id, bundle, now).order).toBe('new')
  received.put(one.id, bundle, now)
  expect(received.standingOf(one.id, bundle, now).order).toBe('repeated')
  const rows = () => db.prepare('SELECT * FROM received_bundles WHERE contact_id = ?').all(one.id)
  const before = rows()
  received.put(one.id, bundle, new Date('2027-01-01T00:00:00.000Z'))
  expect(rows()).toEqual(before)
  expect(received.standingOf(other.id, bundle, now).order).toBe('new')
})

test('fault 179: a bundle older than the newest is said to be, by its number alone', async () => {
  const { db, one } = await vaultWithContacts()
  const received = createReceivedBundleRepository(db)
  const orderOf = (number: number, madeAt: string) =>
    received.standingOf(one.id, { bundleId: randomUUID(), number, madeAt }, now).order
  received.put(one.id, exampleBundle({ number: 5 }), now)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 }), fc.date({ noInvalidDate: true }), (number, madeAt) => {
      expect(orderOf(number, madeAt.toISOString())).toBe(number <= 5 ? 'older' : 'new')
    }),
  )
})

test('fault 182: a sender whose clock is ahead is noticed, and changes nothing else', async () => {
  const { db, one } = await vaultWithContacts()
  const received = createReceivedBundleRepository(db)
  const made = (madeAt: string) => received.standingOf(one.id, exampleBundle({ madeAt }), now)
  expect(made('2031-01-01T00:00:00.000Z')).toEqual({ order: 'new', isFromFuture: true })
  expect(made('2026-03-21T10:00:00.000Z')).toEqual({ order: 'new', isFromFuture: false })
  expect(made('2001-01-01T00:00:00.000Z')).toEqual({ order: 'new', isFromFuture: false })
})
