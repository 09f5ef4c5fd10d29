import { randomUUID } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exampleBundle } from '#shared/bundles/testing/example-bundle.ts'
import { writeCard } from '../../bundles/card.ts'
import { wordsOfKeys } from '../../bundles/fingerprint.ts'
import { makeOwnKeys } from '../../bundles/make-own-keys.ts'
import { clientEntry } from '../../testing/entries.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { createTestVault, type TestVault } from '../../testing/test-vault.ts'
import { createPseudonymRepository } from '../../records/contacts/pseudonym.repository.ts'
import { createReceivedBundleRepository } from '../../records/contacts/received-bundle.repository.ts'

const plainly = { contactId: null, name: null }

/** A person with a vault and a card. */
async function personCalled(name: string) {
  const vault = createTestVault()
  const own = await vault.api.contacts.makeCard({ name })
  return { ...vault, own, words: own.words.join(' ') }
}

/** A vault whose user has compared words with Ada. */
async function knowsAda() {
  const [me, ada] = [await personCalled('Bo'), await personCalled('Ada')]
  const added = await me.api.contacts.add({ text: ada.own.card, ...plainly })
  if (added.kind !== 'added') throw new Error(added.kind)
  const { id } = added.contact
  expect(await me.api.contacts.compare({ id, typed: ada.words })).toEqual({ kind: 'same' })
  return { ...me, ada, id }
}

const kindsLogged = ({ db }: Pick<TestVault, 'db'>): unknown[] =>
  db.prepare('SELECT kind FROM audit_entries ORDER BY sequence').pluck().all()

const stored = ({ db }: Pick<TestVault, 'db'>): unknown[] =>
  db.prepare('SELECT * FROM contacts ORDER BY id').all()

test('a card makes the keys once, and another name leaves the words as they are', async () => {
  const vault = createTestVault()
  expect(await vault.api.contacts.own()).toBeNull()
  const first = await vault.api.contacts.makeCard({ name: 'Bo' })
  const second = await vault.api.contacts.makeCard({ name: 'Bo Lind' })
  expect(second).toMatchObject({ name: 'Bo Lind', words: first.words })
  expect(second.card).not.toBe(first.card)
  expect(await vault.api.contacts.own()).toEqual(second)
  await vault.api.contacts.makeCard({ name: 'Bo Lind' })
  expect(kindsLogged(vault)).toEqual(['own-keys-made', 'own-card-changed'])
})

test('two requests for a first card at the same time make one set of keys and one entry', async () => {
  const vault = createTestVault()
  const [one, other] = await Promise.all(['Bo', 'Bo'].map((name) => vault.api.contacts.makeCard({ name })))
  expect(one).toEqual(other)
  expect(kindsLogged(vault)).toEqual(['own-keys-made'])
})

test('the card is saved to a file for its owner alone, and copying it is logged', async () => {
  const vault = await personCalled('Bo')
  const path = join(temporaryFolder(), 'card.txt')
  await vault.api.contacts.saveCard({ token: vault.grant('card', path) })
  expect(readFileSync(path, 'utf8')).toBe(vault.own.card)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  await vault.api.contacts.noteCardCopied()
  expect(kindsLogged(vault).slice(-2)).toEqual(['card-saved', 'card-copied'])
})

test('without a card there is nothing to save', async () => {
  const vault = createTestVault()
  const token = vault.grant('card', join(temporaryFolder(), 'card.txt'))
  await expect(vault.api.contacts.saveCard({ token })).rejects.toMatchObject({ code: 'not-found' })
})

test('a card in the middle of a message adds a contact, who is compared once the words are typed', async () => {
  const [me, ada] = [await personCalled('Bo'), await personCalled('Ada')]
  const text = `Dear Bo,\n\nhere it is:\n${ada.own.card}\nWarmly, Ada`
  const added = await me.api.contacts.add({ text, ...plainly })
  expect(added).toMatchObject({ kind: 'added', contact: { name: 'Ada', state: 'new' } })
  const [{ id } = { id: '' }] = await me.api.contacts.list()
  expect(await me.api.contacts.get({ id })).toMatchObject({ state: 'new', clients: 0, bundles: 0 })
  await me.api.contacts.compare({ id, typed: ada.words })
  expect(await me.api.contacts.get({ id })).toMatchObject({ state: 'compared' })
  expect(await me.api.contacts.add({ text, ...plainly })).toMatchObject({ kind: 'known', contact: { id } })
  expect(kindsLogged(me)).toEqual(['own-keys-made', 'contact-added', 'contact-compared'])
})

test('contacts are listed by name, without their keys', async () => {
  const me = createTestVault()
  for (const name of ['cleo', 'Ada', 'Bo']) {
    const { own } = await personCalled(name)
    await me.api.contacts.add({ text: own.card, ...plainly })
  }
  const listed = await me.api.contacts.list()
  expect(listed.map(({ name }) => name)).toEqual(['Ada', 'Bo', 'cleo'])
  expect(JSON.stringify(listed)).not.toContain('age1')
})

test('fault 191: other keys of a compared contact wait, until their words are compared or they are refused', async () => {
  const me = await knowsAda()
  const before = stored(me)
  const adaAgain = await personCalled('Ada')
  const later = { text: adaAgain.own.card, contactId: me.id, name: null }
  expect(await me.api.contacts.add(later)).toMatchObject({ kind: 'changed', contact: { state: 'changed' } })
  // The words that were right before are not those of the later keys.
  expect(await me.api.contacts.compare({ id: me.id, typed: me.ada.words })).toMatchObject({
    kind: 'different',
  })
  expect(await me.api.contacts.get({ id: me.id })).toMatchObject({ state: 'changed' })
  await me.api.contacts.refuseKeys({ id: me.id })
  expect(stored(me)).toEqual(before)
  await expect(me.api.contacts.refuseKeys({ id: me.id })).rejects.toMatchObject({ code: 'conflict' })
  await me.api.contacts.add(later)
  expect(await me.api.contacts.compare({ id: me.id, typed: adaAgain.words })).toEqual({ kind: 'same' })
  expect(await me.api.contacts.get({ id: me.id })).toMatchObject({ state: 'compared' })
  expect(kindsLogged(me).slice(3)).toEqual([
    'contact-keys-came',
    'contact-keys-refused',
    'contact-keys-came',
    'contact-compared',
  ])
})

test('fault 191: other keys beside a known signing key come for its contact, without anybody saying whose they are', async () => {
  const [me, own, other] = [await personCalled('Bo'), await makeOwnKeys(), await makeOwnKeys()]
  await me.api.contacts.add({ text: writeCard('Cleo', own), ...plainly })
  const [{ id } = { id: '' }] = await me.api.contacts.list()
  const half = { ...own, public: { ...other.public, signing: own.public.signing } }
  // Nobody has compared the first keys, so nothing is lost with them.
  expect(await me.api.contacts.add({ text: writeCard('Eve', half), ...plainly })).toMatchObject({
    kind: 'replaced',
    contact: { id, name: 'Cleo', state: 'new' },
  })
  await me.api.contacts.compare({ id, typed: wordsOfKeys(half.public).join(' ') })
  expect(await me.api.contacts.add({ text: writeCard('Cleo', own), ...plainly })).toMatchObject({
    kind: 'changed',
    contact: { id, state: 'changed' },
  })
})

test('fault 192: unknown keys under a known name are added only once the user says whose they are', async () => {
  const me = await knowsAda()
  const before = stored(me)
  const { own } = await personCalled('ADA')
  expect(await me.api.contacts.add({ text: own.card, ...plainly })).toMatchObject({
    kind: 'same-name',
    contact: { id: me.id },
  })
  await expect(me.api.contacts.add({ text: own.card, contactId: null, name: 'ada' })).rejects.toMatchObject({
    code: 'name-taken',
  })
  expect(stored(me)).toEqual(before)
  const added = await me.api.contacts.add({ text: own.card, contactId: null, name: 'Ada Berg' })
  expect(added).toMatchObject({ kind: 'added', contact: { name: 'Ada Berg', state: 'new' } })
  expect(await me.api.contacts.get({ id: me.id })).toMatchObject({ name: 'Ada', state: 'compared' })
})

test('fault 193: a card of one’s own is refused, also as a later card of a contact', async () => {
  const me = await knowsAda()
  const before = stored(me)
  for (const contactId of [null, me.id])
    expect(await me.api.contacts.add({ text: me.own.card, contactId, name: null })).toEqual({
      kind: 'refused',
      reason: 'own-card',
    })
  expect(stored(me)).toEqual(before)
})

test('fault 194: a card for one contact with the signing key of another is refused, and says whose it is', async () => {
  const me = await knowsAda()
  const cleo = await personCalled('Cleo')
  const dora = await personCalled('Dora')
  const added = await me.api.contacts.add({ text: cleo.own.card, ...plainly })
  if (added.kind !== 'added') throw new Error(added.kind)
  // A key that only waits for a decision belongs to its contact, too.
  await me.api.contacts.add({ text: dora.own.card, contactId: me.id, name: null })
  const before = stored(me)
  expect(await me.api.contacts.add({ text: cleo.own.card, contactId: me.id, name: null })).toMatchObject({
    kind: 'key-of-another',
    contact: { name: 'Cleo' },
  })
  for (const text of [me.ada.own.card, dora.own.card])
    expect(await me.api.contacts.add({ text, contactId: added.contact.id, name: null })).toMatchObject({
      kind: 'key-of-another',
      contact: { name: 'Ada' },
    })
  expect(stored(me)).toEqual(before)
})

test('fault 195: mistyped words change nothing, and are named only once all twelve are typed', async () => {
  const me = await knowsAda()
  const cleo = await personCalled('Cleo')
  const added = await me.api.contacts.add({ text: cleo.own.card, ...plainly })
  if (added.kind !== 'added') throw new Error(added.kind)
  const { id } = added.contact
  const before = stored(me)
  const entries = kindsLogged(me).length
  const words = [...cleo.own.words]
  words[4] = words[4] === 'zebra' ? 'zoo' : 'zebra'
  const compare = (typed: string) => me.api.contacts.compare({ id, typed })
  expect(await compare(words.slice(0, 11).join(' '))).toEqual({ kind: 'incomplete', typed: 11 })
  expect(await compare(words.join(' '))).toEqual({ kind: 'different', wrong: [5] })
  expect(await compare(`${cleo.words} more`)).toEqual({ kind: 'too-many', typed: 13 })
  expect(await compare(me.words)).toMatchObject({ kind: 'different' })
  expect(stored(me)).toEqual(before)
  expect(kindsLogged(me)).toHaveLength(entries)
})

test.each([
  ['no card', 'Dear Bo', 'not-a-card'],
  ['a card cut off', '-----BEGIN ATTUNE CARD-----\nYXR0', 'not-a-card'],
  ['a block that is no base64', '-----BEGIN ATTUNE CARD-----\n!!\n-----END ATTUNE CARD-----', 'damaged'],
])('a text with %s is refused, and nothing is added', async (_what, text, reason) => {
  const me = createTestVault()
  expect(await me.api.contacts.add({ text, ...plainly })).toEqual({ kind: 'refused', reason })
  expect(await me.api.contacts.list()).toEqual([])
})

test('a contact gets another name, but not that of another contact', async () => {
  const me = await knowsAda()
  const { own } = await personCalled('Cleo')
  await me.api.contacts.add({ text: own.card, ...plainly })
  await me.api.contacts.rename({ id: me.id, name: 'Ada Berg' })
  await me.api.contacts.rename({ id: me.id, name: 'ada berg' })
  await expect(me.api.contacts.rename({ id: me.id, name: 'CLEO' })).rejects.toMatchObject({
    code: 'name-taken',
  })
  expect(await me.api.contacts.get({ id: me.id })).toMatchObject({ name: 'ada berg', state: 'compared' })
})

test('removing a contact removes what hangs on them, and leaves the clients', async () => {
  const me = await knowsAda()
  const client = await me.api.clients.create(clientEntry({ code: 'Fern' }))
  const pseudonym = '7QF3-K9MW'
  createPseudonymRepository(me.db).keep(me.id, client.id, pseudonym)
  createReceivedBundleRepository(me.db).put(me.id, exampleBundle(), me.clock.now)
  const draft = { form: 'contact-words', subject: me.id } as const
  await me.api.drafts.saveForm({ ...draft, clientId: null, content: '{"note":"zoo"}' })
  expect(await me.api.contacts.get({ id: me.id })).toMatchObject({ clients: 1, bundles: 1 })
  await me.api.contacts.remove({ id: me.id })
  expect(await me.api.contacts.list()).toEqual([])
  expect(await me.api.drafts.getForm(draft)).toBeNull()
  expect(await me.api.clients.list()).toHaveLength(1)
  const tables = ['client_pseudonyms', 'withdrawn_pseudonyms', 'received_bundles']
  for (const table of tables) expect(me.db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()).toBe(0)
  // Added again, the person is a stranger, and the client gets another name.
  const again = await me.api.contacts.add({ text: me.ada.own.card, ...plainly })
  if (again.kind !== 'added') throw new Error(again.kind)
  expect(again.contact.state).toBe('new')
  expect(createPseudonymRepository(me.db).find(again.contact.id, client.id)).toBeNull()
})

test('every table that names a contact loses its rows with the contact', () => {
  const { db } = createTestVault()
  const tables = db
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    .pluck()
    .all()
  const kept = tables.filter((table) => {
    const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table)
    const keys = db
      // What supervisees have shared goes with the supervisee, who goes with the contact.
      .prepare(
        `SELECT on_delete FROM pragma_foreign_key_list(?) WHERE "table" IN ('contacts', 'supervisees')`,
      )
      .pluck()
      .all(table)
    return columns.includes('contact_id') && !keys.includes('CASCADE')
  })
  // An entry of the log outlives whom it is about, and has only the random id.
  expect(kept).toEqual(['audit_entries'])
})

test('an unknown contact is not found', async () => {
  const { api } = createTestVault()
  const id = randomUUID()
  for (const call of [
    () => api.contacts.get({ id }),
    () => api.contacts.compare({ id, typed: '' }),
    () => api.contacts.refuseKeys({ id }),
    () => api.contacts.rename({ id, name: 'Ada' }),
    () => api.contacts.remove({ id }),
  ])
    await expect(call()).rejects.toMatchObject({ code: 'not-found' })
})
