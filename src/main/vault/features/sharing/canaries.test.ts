import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Bundle } from '#shared/bundles/bundle.ts'
import { readBundle } from '#shared/bundles/bundle-json.ts'
import type { ClientShare } from '#shared/sharing/share-choice.ts'
import { clientAlliance } from '#shared/series/testing/own-series.ts'
import { answersOf, sessionLog, therapistResponse } from '../../testing/entries.ts'
import { createTestVault } from '../../testing/test-vault.ts'
import { packText } from '../packs/testing/calm-pack.ts'
import { fillClient } from '../rights/testing/fill-client.ts'
import { supervisors, withContacts } from './testing/sharing-vault.ts'

/** A client with a canary in every field of the record, who allows sharing, beside another client and an own check. */
async function vaultOfCanaries() {
  const vault = createTestVault()
  const { api } = vault
  const client = await fillClient(vault, 'Canary of the code')
  const other = await fillClient(vault, 'Canary of another code')
  await api.packs.import({ text: packText({ title: 'Canary of a form' }) })
  await api.clients.setForms({ id: client.clientId, instrumentIds: ['calm'] })
  const words = 'power-struggle'
  const third = sessionLog(client.clientId, {
    session: { number: 3, date: '2026-03-19' },
    responses: [therapistResponse('attune-feelings-after', {}, { words: [words] })],
  })
  await api.sessions.save({ log: third, expectedRevision: 0 })
  await api.wellbeing.save({
    id: randomUUID(),
    takenOn: '2026-03-06',
    instrumentId: 'attune-wellbeing',
    instrumentVersion: 1,
    answers: answersOf({ exhaustion: 3 }),
    note: 'Canary of the own check',
    recordedAt: '2026-03-06T15:00:00.000Z',
  })
  const supervision = (await api.instruments.list()).find(({ id }) => id === 'attune-supervision')
  if (supervision === undefined) throw new Error('the form about supervision is missing')
  await api.supervision.saveMeeting({
    id: randomUUID(),
    heldOn: '2026-03-19',
    takenAlong: 'Canary of what was taken along',
    leftUnsaid: true,
    answers: answersOf(Object.fromEntries(supervision.items.map(({ id }) => [id, 2]))),
    discussed: [],
  })
  const canaries = [
    supervision.title,
    ...supervision.items.map(({ id }) => id),
    ...client.texts,
    ...other.texts,
    words,
    'exhaustion',
    client.clientId,
    other.clientId,
    ...client.sessionIds,
    ...other.sessionIds,
    third.session.id,
    'Canary',
    'Europe/Oslo',
    '2026-03-16',
    '2026-03-18',
    '2026-03-19',
    '2026-01-05',
    'Integrative',
    'Ruth Lind',
  ]
  return { ...vault, ...withContacts(vault), ...client, canaries, word: words }
}

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

test('what a supervisor decrypts holds no canary of the record that was not chosen', async () => {
  const { clientId, ruth, share, prepare, save, opened, canaries, texts, word } = await vaultOfCanaries()
  const found = async (more: Partial<ClientShare>, withWellbeing = false) => {
    const text = await opened(await save(await prepare(ruth.id, [share(clientId, more)], withWellbeing)))
    return canaries.filter((canary) => text.includes(canary))
  }
  const starting = (...starts: string[]) =>
    texts.filter((text) => starts.some((start) => text.startsWith(start)))
  expect(await found({})).toEqual([])
  expect(await found({}, true)).toEqual([])
  expect(await found({ series: [clientAlliance] })).toEqual([])
  expect(new Set(await found({ withNotes: true }))).toEqual(new Set([...starting('session notes'), 'Canary']))
  expect(new Set(await found({ withWords: true }))).toEqual(
    new Set([...starting('comment of Canary', 'half filled', 'event', 'rupture'), word, 'Canary']),
  )
  expect(new Set(await found({ withAgreements: true }))).toEqual(
    new Set([...starting('agreement'), 'Canary']),
  )
  expect(await found({ withDates: true })).toEqual(['2026-03-16', '2026-03-18', '2026-03-19'])
  expect(await found({ question: 'Canary of a question' })).toEqual(['Canary'])
  expect(await found({ sessions: { kind: 'last', count: 1 }, withNotes: true })).toEqual([])
})

test('fault 308: no choice brings the client’s goals and problems, their ratings or their wordings into a bundle', async () => {
  const { db, clientId, ruth, share, prepare, save, opened, texts } = await vaultOfCanaries()
  const own = texts.filter((text) => /^goal|^half of a goal/.test(text))
  expect(own).toHaveLength(3)
  const ids = db.prepare('SELECT id FROM own_words UNION SELECT id FROM own_wordings').pluck().all()
  const everything = {
    series: [clientAlliance],
    withDates: true,
    withNotes: true,
    withWords: true,
    withAgreements: true,
  }
  const text = await opened(await save(await prepare(ruth.id, [share(clientId, everything)], true)))
  for (const hidden of [...own, ...ids]) expect(text).not.toContain(hidden)
})

test('fault 318: no choice brings what the therapist foresaw into a bundle', async () => {
  const { db, clientId, sessionIds, ruth, share, prepare, save, opened } = await vaultOfCanaries()
  // What was foreseen after the first session has opened by now, what was after the second is sealed.
  db.prepare(
    `INSERT INTO foresights VALUES (?, 'absent', 'foreseen on a form', 'foreseen on a scale', ?)`,
  ).run(sessionIds[0], '2026-03-16T15:11:12.131Z')
  const everything = {
    series: [clientAlliance],
    withDates: true,
    withNotes: true,
    withWords: true,
    withAgreements: true,
  }
  const text = await opened(await save(await prepare(ruth.id, [share(clientId, everything)], true)))
  expect(text).not.toMatch(/foresight|foreseen|sealedAt|15:11:12/i)
})

/** The clients of a bundle without what comes with Attune: the titles and kinds of scales. */
const withoutScales = ({ clients }: Bundle) =>
  clients.map((client) => ({ ...client, series: client.series.map(({ id, scores }) => ({ id, scores })) }))

test('the files for two supervisors share nothing that names the client, also of the same choice', async () => {
  const { clientId, ruth, max, share, prepare, save, opened } = await vaultOfCanaries()
  const choice = { series: [clientAlliance] }
  const read = async (contactId: string, supervisor: (typeof supervisors)[number]) => {
    const text = await opened(await save(await prepare(contactId, [share(clientId, choice)])), supervisor)
    const bundle = readBundle(text.slice(text.indexOf('\n') + 1))
    if (bundle.kind !== 'read') throw new Error('the bundle is refused')
    return bundle.bundle
  }
  const [one, other] = [await read(ruth.id, supervisors[0]), await read(max.id, supervisors[1])]
  const shared = textsIn({ ...one, sender: null, clients: withoutScales(one) }).filter((text) =>
    textsIn(other).includes(text),
  )
  // The format, the instant at which this test makes both, the shipped scale, and kinds from short lists.
  expect(new Set(shared)).toEqual(
    new Set(['attune-bundle', '2026-03-20T15:00:00.000Z', clientAlliance, 'held', 'therapist', 'partly']),
  )
  expect(one.bundleId).not.toBe(other.bundleId)
})

test('a form that does not come with Attune is a line to confirm, because its title is in the bundle', async () => {
  const { api, clientId, ruth, share, prepare, consentOf } = await vaultOfCanaries()
  await api.sharing.giveConsent(consentOf(clientId))
  const { items = [] } = (await api.instruments.list()).find(({ id }) => id === 'calm') ?? {}
  const log = sessionLog(clientId, {
    session: { number: 4, date: '2026-03-20' },
    responses: [therapistResponse('attune-own-empathy', { 'own-empathy': 7 })],
  })
  await api.sessions.save({ log, expectedRevision: 0 })
  await api.handOver.begin({ sessionId: log.session.id })
  const answers = answersOf(Object.fromEntries(items.map(({ id }) => [id, 1])))
  await api.handOver.saveAnswers({ answers: { calm: answers }, comment: '' })
  await api.handOver.finish({ stopped: false })
  await api.handOver.return({ passphrase: 'quiet harbour seven lamps' })
  const { series } = await api.sharing.ofClient({ clientId })
  const ofForm = series.filter(({ instrumentTitle }) => instrumentTitle === 'Canary of a form')
  expect(ofForm).toHaveLength(1)
  const { lines } = await prepare(ruth.id, [share(clientId, { series: ofForm.map(({ id }) => id) })])
  expect(lines.filter(({ reason }) => reason === 'own-form')).toMatchObject([
    { where: 'scale', found: ['Canary of a form', expect.any(String)] },
  ])
})
