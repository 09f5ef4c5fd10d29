import { expect, test } from 'vitest'
import { contactSchema, type Contact } from '#shared/bundles/contact.ts'
import { exampleKeys } from '#shared/bundles/testing/example-bundle.ts'
import { readCard, writeCard } from './card.ts'
import { wordsOfKeys } from './fingerprint.ts'
import { contactFromCard, withCard, withEarlierKeys, withTypedWords } from './settle-contact.ts'
import { makePeople } from './testing/people.ts'

const { therapist, supervisor, stranger } = await makePeople()
const text = writeCard('Ada', therapist)
const card = { name: 'Ada', keys: therapist.public }
const now = new Date('2026-03-20T15:00:00.000Z')
const id = '0c7a3f7e-6a51-4b5a-9d2e-0a3f4c1b2d3e'

/** The card with its content changed, its signature left. */
function changed(from: string, to: string): string {
  const lines = text.trimEnd().split('\n')
  const content = Buffer.from(lines.slice(1, -1).join(''), 'base64').toString('utf8')
  expect(content).toContain(from)
  const block = Buffer.from(content.replace(from, to)).toString('base64')
  return [lines[0], block, lines.at(-1)].join('\n')
}

test('a card gives the name and the public keys, and no private one', async () => {
  expect(await readCard(text)).toEqual({ kind: 'read', card })
  const content = Buffer.from(text.split('\n').slice(1, -2).join(''), 'base64').toString('utf8')
  for (const secret of [therapist.age, therapist.agePostQuantum, therapist.signing])
    expect(content).not.toContain(secret)
})

test('a card without a post-quantum key is read too', async () => {
  const older = { ...therapist, public: { ...therapist.public, agePostQuantum: null } }
  expect(await readCard(writeCard('Ada', older))).toEqual({
    kind: 'read',
    card: { name: 'Ada', keys: older.public },
  })
})

test.each([
  ['words around it', `Dear Bo,\n\n${text}\nYours`],
  ['line breaks of another system', text.replaceAll('\n', '\r\n')],
  ['lines that a program for mail has broken and quoted', text.replaceAll(/(.{40})(?=[^-]{9})/g, '$1\n> ')],
  ['a name in other letters', writeCard('Ádám דוד', therapist)],
])('a card is read with %s', async (_what, given) => {
  expect((await readCard(given)).kind).toBe('read')
})

test.each([
  ['another name', () => changed('\nAda\n', '\nBo\n'), 'forged'],
  ['another key', () => changed(therapist.public.age, supervisor.public.age), 'forged'],
  ['another signing key', () => changed(therapist.public.signing, stranger.public.signing), 'forged'],
  [
    'a key with a wrong checksum',
    () =>
      writeCard('Ada', { ...therapist, public: { ...exampleKeys(1), signing: therapist.public.signing } }),
    'damaged',
  ],
  ['a name that turns its direction', () => changed('\nAda\n', '\n\u202eadA\n'), 'damaged'],
  ['no name', () => changed('\nAda\n', '\n\n'), 'damaged'],
  ['a further line', () => changed('\nAda\n', '\nAda\nBo\n'), 'damaged'],
  ['half of its text', () => `${text.slice(0, 400)}\n-----END ATTUNE CARD-----`, 'damaged'],
  ['a later version', () => changed('attune-card/1', 'attune-card/2'), 'newer-version'],
  ['other content', () => changed('attune-card/1', 'something'), 'not-a-card'],
  [
    'a text without end',
    () => `-----BEGIN ATTUNE CARD-----${'A'.repeat(1_000_000)}-----END ATTUNE CARD-----`,
    'not-a-card',
  ],
  ['no end', () => text.slice(0, 400), 'not-a-card'],
  ['nothing of a card', () => 'age1', 'not-a-card'],
])('a card with %s is refused', async (_what, given, reason) => {
  expect(await readCard(given())).toEqual({ kind: 'refused', reason })
})

const compared: Contact = { ...contactFromCard(card, id, now), state: 'compared' }
const wordsOf = ({ keys }: Pick<typeof card, 'keys'>) => wordsOfKeys(keys).join(' ')
const later = { name: 'Ada', keys: stranger.public }

test('a contact is new until their words are typed in', () => {
  const contact = contactFromCard(card, id, now)
  expect(contactSchema.parse(contact)).toEqual(contact)
  expect(contact.state).toBe('new')
  expect(withTypedWords(contact, 'zoo').contact).toEqual(contact)
  expect(withTypedWords(contact, wordsOf(later)).contact).toEqual(contact)
  expect(withTypedWords(contact, wordsOf(card))).toEqual({ contact: compared, compared: { kind: 'same' } })
})

test('the same card again changes nothing', () => {
  expect(withCard(compared, { ...card, name: 'Somebody else' })).toEqual(compared)
})

test('fault 183: other keys from a compared contact wait beside the compared ones', () => {
  const changedContact = withCard(compared, later)
  expect(contactSchema.parse(changedContact)).toEqual({
    ...compared,
    state: 'changed',
    laterKeys: later.keys,
  })
  expect(withTypedWords(changedContact, wordsOf(card)).contact).toEqual(changedContact)
  expect(withTypedWords(changedContact, wordsOf(later)).contact).toEqual({ ...compared, keys: later.keys })
  expect(withEarlierKeys(changedContact)).toEqual(compared)
})

test('other keys from a contact whose words nobody has compared take the place of the first', () => {
  const contact = contactFromCard(card, id, now)
  expect(withCard(contact, later)).toEqual({ ...contact, keys: later.keys })
  expect(withEarlierKeys(contact)).toEqual(contact)
})
