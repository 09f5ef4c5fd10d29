import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Bundle } from '#shared/bundles/bundle.ts'
import { contactSchema } from '#shared/bundles/contact.ts'
import { fillClient } from '../features/rights/testing/fill-client.ts'
import { createContactRepository } from '../records/contacts/contact.repository.ts'
import { createPseudonymRepository } from '../records/contacts/pseudonym.repository.ts'
import { createRecords } from '../records/records.ts'
import { clientAlliance } from '#shared/series/testing/own-series.ts'
import { answersOf, sessionLog } from '../testing/entries.ts'
import { assetsFolder, createTestVault, rightPassphrase } from '../testing/test-vault.ts'
import { buildBundle, type SharedParts } from './build-bundle.ts'
import { sealBundle } from './seal-bundle.ts'
import { decryptAnything, makePeople } from './testing/people.ts'

type Share = Omit<SharedParts, 'pseudonym'>

const { therapist, supervisor, stranger } = await makePeople()
const wellbeingNote = 'a note on my own evenings'

/** A vault with a client that has data in every place, two contacts, and a check of the therapist's own. */
async function vaultToShare() {
  const vault = createTestVault()
  const { db, clock, api } = vault
  const client = await fillClient(vault, 'Canary of the code')
  await api.wellbeing.save({
    id: randomUUID(),
    takenOn: '2026-03-06',
    instrumentId: 'attune-wellbeing',
    instrumentVersion: 1,
    answers: {},
    note: wellbeingNote,
    recordedAt: '2026-03-06T15:00:00.000Z',
  })
  const records = createRecords(
    { db, now: () => clock.now, zone: () => 'Europe/Oslo' },
    { assetsFolder, onRisk: () => undefined },
  )
  const contacts = createContactRepository(db)
  const [one, other] = [supervisor, stranger].map(({ public: keys }) => {
    const contact = contactSchema.parse({
      id: randomUUID(),
      name: 'Canary of the contact',
      state: 'compared',
      keys,
      laterKeys: null,
      addedAt: clock.now.toISOString(),
    })
    contacts.put(contact)
    return contact.id
  })
  const parts = { records, contacts, pseudonyms: createPseudonymRepository(db), own: therapist }
  const share = (more: Partial<Share> = {}): Share => ({
    clientId: client.clientId,
    question: null,
    series: new Set(),
    sessions: new Set([1, 2]),
    withDates: false,
    withRuptures: true,
    withNotes: false,
    withWords: false,
    withAgreements: false,
    ...more,
  })
  const build = (contactId = one ?? '', shares: readonly Share[] = [share()], withWellbeing = false) => {
    const clients = shares.map((each) => {
      const { find, propose, keep } = parts.pseudonyms
      const pseudonym = find(contactId, each.clientId) ?? propose(contactId)
      keep(contactId, each.clientId, pseudonym)
      return { ...each, pseudonym }
    })
    const number = contacts.nextNumber(contactId, clock.now)
    contacts.useNumber(contactId, number)
    const head = { bundleId: randomUUID(), number, madeAt: clock.now.toISOString() }
    return buildBundle(parts, { contactId, clients, withWellbeing }, head)
  }
  return { ...vault, ...client, parts, one: one ?? '', other: other ?? '', share, build }
}

/** The text that a sealed bundle gives to its recipient. */
async function leaving(bundle: Bundle): Promise<string> {
  return decryptAnything(await sealBundle(bundle, therapist), supervisor)
}

/** Every text in a part of a bundle. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

test('a bundle with nothing but sessions has no word, name, date or id of the record', async () => {
  const { build, texts, clientId, sessionIds } = await vaultToShare()
  // Random keys and signatures may hold any few letters.
  const text = (await leaving(build())).replaceAll(/[\w-]{40,}/g, '')
  const canaries = [
    ...texts,
    clientId,
    ...sessionIds,
    'Canary',
    wellbeingNote,
    '2026-03-16',
    '2026-03-18',
    'Europe/Oslo',
    'phq',
  ]
  expect(canaries.filter((canary) => text.includes(canary))).toEqual([])
  expect(text).toContain('"number":2')
})

test('each choice adds what was chosen, and nothing else', async () => {
  const { build, share, one, texts } = await vaultToShare()
  const foundWith = async (more: Partial<Share>) => {
    const text = await leaving(build(one, [share(more)]))
    return texts.filter((canary) => text.includes(canary)).map((canary) => canary.split(' of ')[0])
  }
  expect(await foundWith({ withNotes: true })).toEqual(['session notes'])
  expect(new Set(await foundWith({ withWords: true }))).toEqual(new Set(['comment', 'event', 'rupture']))
  expect(await foundWith({ withDates: true })).toEqual([])
  expect(await foundWith({ series: new Set([clientAlliance]) })).toEqual([])
  expect(await foundWith({ withNotes: true, withWords: true, sessions: new Set([2]) })).toEqual([])
  expect(await leaving(build(one, [share({ withDates: true })]))).toContain('"date":"2026-03-16"')
})

test('the scores of own checks are shared if they were chosen, without notes and dates', async () => {
  const { build, one, api } = await vaultToShare()
  const instruments = await api.instruments.list()
  const own = instruments.find(({ id }) => id === 'attune-wellbeing')
  const answers = Object.fromEntries(
    (own?.items ?? []).map(({ id, minimum }) => [id, { value: minimum, missingReason: null }]),
  )
  await api.wellbeing.save({
    id: randomUUID(),
    takenOn: '2026-03-05',
    instrumentId: 'attune-wellbeing',
    instrumentVersion: own?.version ?? 1,
    answers,
    note: wellbeingNote,
    recordedAt: '2026-03-05T15:00:00.000Z',
  })
  expect(build(one, []).wellbeing).toBeNull()
  const bundle = build(one, [], true)
  expect(bundle.wellbeing?.length).toBeGreaterThan(0)
  expect(bundle.wellbeing?.[0]).toMatchObject({ weeksBefore: 2 })
  const text = await leaving(bundle)
  expect(text).not.toContain(wellbeingNote)
  expect(text).not.toContain('2026-03-05')
})

test('fault 267: ratings of supervision are not shared with the own checks beside them', async () => {
  const { build, one, api } = await vaultToShare()
  const forms = await api.instruments.list()
  const answersTo = (id: string) =>
    answersOf(
      Object.fromEntries((forms.find((form) => form.id === id)?.items ?? []).map((item) => [item.id, 3])),
    )
  await api.wellbeing.save({
    id: randomUUID(),
    takenOn: '2026-03-05',
    instrumentId: 'attune-wellbeing',
    instrumentVersion: 1,
    answers: answersTo('attune-wellbeing'),
    note: '',
    recordedAt: '2026-03-05T15:00:00.000Z',
  })
  await api.supervision.saveMeeting({
    id: randomUUID(),
    heldOn: '2026-03-06',
    takenAlong: '',
    leftUnsaid: null,
    answers: answersTo('attune-supervision'),
    discussed: [],
  })
  const kept = (await api.wellbeing.list()).map(({ instrumentId }) => instrumentId)
  expect(kept).toContain('attune-supervision')
  const titles = build(one, [], true).wellbeing?.map(({ instrumentTitle }) => instrumentTitle)
  const wellbeing = forms.find(({ id }) => id === 'attune-wellbeing')
  expect(new Set(titles)).toEqual(new Set([wellbeing?.title]))
})

test('bundles for two supervisors share no identifier, whatever was chosen', async () => {
  const { build, share, one, other, clientId, sessionIds } = await vaultToShare()
  const choices = fc.record({
    withDates: fc.boolean(),
    sessions: fc.subarray([1, 2]).map((numbers) => new Set(numbers)),
    series: fc.constantFrom(new Set<string>(), new Set([clientAlliance])),
  })
  // Names of the form and its scale, kinds from short lists, and dates that were chosen.
  const publicWords =
    /^(client|therapist|held|partly|\d{4}-\d\d-\d\d|client\/attune-alliance-client\/alliance)$/
  fc.assert(
    fc.property(choices, choices, (forOne, forOther) => {
      const [mine] = build(one, [share(forOne)]).clients
      const [theirs] = build(other, [share(forOther)]).clients
      const shared = textsIn({ ...mine, series: [] }).filter((text) => textsIn(theirs).includes(text))
      expect(shared.filter((text) => !publicWords.test(text))).toEqual([])
      expect(mine?.pseudonym).not.toBe(theirs?.pseudonym)
      for (const id of [clientId, ...sessionIds]) expect(textsIn([mine, theirs])).not.toContain(id)
    }),
    { numRuns: 30 },
  )
})

test('two bundles of one sender have different ids and rising numbers', async () => {
  const { build, one, other } = await vaultToShare()
  const bundles = [build(one), build(one), build(other)]
  expect(new Set(bundles.map(({ bundleId }) => bundleId)).size).toBe(3)
  expect(bundles[1]?.number).toBeGreaterThan(bundles[0]?.number ?? Infinity)
})

test('a client who was erased is withdrawn by the next bundle', async () => {
  const { build, one, clientId, db } = await vaultToShare()
  const pseudonym = build(one).clients[0]?.pseudonym
  db.prepare('DELETE FROM clients WHERE id = ?').run(clientId)
  expect(build(one, []).withdrawn).toEqual([pseudonym])
})

test('fault 183: no bundle is made for a contact whose words were not compared', async () => {
  const { build, one, parts } = await vaultToShare()
  const contact = parts.contacts.get(one)
  if (!contact) throw new Error('the contact is missing')
  parts.contacts.put({ ...contact, state: 'new' })
  expect(() => build(one)).toThrow(expect.objectContaining({ code: 'not-found' }) as Error)
})

test('ratings that are hidden from the therapist are in no bundle until the guess is skipped', async () => {
  const { build, share, one, api, clientId } = await vaultToShare()
  await api.clients.setForms({ id: clientId, instrumentIds: ['attune-emotions-client'] })
  const log = sessionLog(clientId, { session: { number: 3, date: '2026-03-19' } })
  await api.sessions.save({ log, expectedRevision: 0 })
  await api.handOver.begin({ sessionId: log.session.id })
  const emotions = { sadness: 7, anger: 1, fear: 2, joy: 3, calm: 4, hope: 5 }
  await api.handOver.saveAnswers({ answers: { 'attune-emotions-client': answersOf(emotions) }, comment: '' })
  await api.handOver.finish({ stopped: false })
  await api.handOver.return({ passphrase: rightPassphrase })
  const series = new Set(['client/attune-emotions-client/negative', 'client/attune-emotions-client/positive'])
  const scores = () =>
    build(one, [share({ series, sessions: new Set([3]) })]).clients[0]?.series.flatMap((each) => each.scores)
  expect(scores()).toEqual([])
  const stored = await api.sessions.get({ id: log.session.id })
  const skipped = sessionLog(clientId, { session: { ...stored.session, guess: 'skipped' } })
  await api.sessions.save({ log: skipped, expectedRevision: stored.revision })
  expect(scores()).toEqual([{ session: 3, value: 4 }])
})
