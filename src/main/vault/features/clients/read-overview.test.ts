import { expect, test } from 'vitest'
import { unpackRows } from '#shared/attention/client-rows.ts'
import { leadCourse } from '#shared/overview/build-overview.ts'
import { clientAlliance, therapistAlliance } from '#shared/series/testing/own-series.ts'
import { answersOf, clientEntry, sessionLog } from '../../testing/entries.ts'
import { createTestVault, rightPassphrase } from '../../testing/test-vault.ts'

async function sampleVault() {
  const vault = createTestVault()
  await vault.api.sample.load()
  const clients = await vault.api.clients.list()
  const overviewOf = (code: string) => {
    const found = clients.find(({ client }) => client.code === code)
    if (!found) throw new Error(`no client ${code}`)
    return vault.api.clients.overview({ id: found.client.id })
  }
  return { ...vault, clients, overviewOf }
}

test('a rupture repaired in the next session is found, with the ratings before it', async () => {
  const { overviewOf } = await sampleVault()
  const course = leadCourse(await overviewOf('Harbour'))
  const ruptures = course?.episodes.client.filter(({ verdict }) => verdict.level === 'rupture')
  expect(ruptures).toMatchObject([{ verdict: { state: 'repaired' }, at: { trough: 12, end: 13 } }])
})

test('every sample client has an overview with at most three prompts, each with its reason and source', async () => {
  const { clients, api } = await sampleVault()
  let prompts = 0
  for (const { client } of clients) {
    const overview = await api.clients.overview({ id: client.id })
    for (const prompt of overview.prompts) {
      prompts += 1
      expect(prompt.because).not.toBe('')
      expect(prompt.numbers.length).toBeGreaterThan(0)
      expect(prompt.source.articleId).not.toBe('')
    }
  }
  expect(prompts).toBeGreaterThan(3)
})

test('a client who never rates has no client scores, and none are invented', async () => {
  const { overviewOf } = await sampleVault()
  const { series, ...overview } = await overviewOf('Thimble')
  const rated = series.filter(({ rater, level }) => rater === 'client' && level.rated > 0)
  expect(rated).toEqual([])
  expect(leadCourse(overview)).toMatchObject({
    client: clientAlliance,
    episodes: { client: [] },
    congruence: { n: 0, values: null, verdict: 'too-few-pairs' },
  })
})

test('congruence needs six sessions rated by both', async () => {
  const { overviewOf } = await sampleVault()
  const congruenceOf = async (code: string) => leadCourse(await overviewOf(code))?.congruence
  expect((await congruenceOf('Compass'))?.values?.directionalDiscrepancy).toBeGreaterThan(1)
  const kite = await overviewOf('Kite')
  const valuesOf = (wanted: string) => kite.series.find(({ id }) => id === wanted)?.values ?? []
  const therapist = valuesOf(therapistAlliance)
  const pairs = valuesOf(clientAlliance).filter((value, index) => value !== null && therapist[index] !== null)
  const found = await congruenceOf('Kite')
  expect(found?.n).toBe(pairs.length)
  expect(found?.verdict === 'too-few-pairs').toBe(pairs.length < 6)
})

test('today shows the day’s sessions, upcoming ones and unfinished ones', async () => {
  const { api } = await sampleVault()
  const today = await api.today.get()
  expect(today.date).toBe('2026-03-20')
  expect(today.sessions.map(({ clientCode, status }) => `${clientCode} ${status}`)).toEqual(
    expect.arrayContaining(['Harbour planned', 'Pebble begun']),
  )
  expect(today.sessions).toHaveLength(2)
  expect(today.upcoming.map(({ clientCode }) => clientCode)).toContain('Lantern')
  expect(today.unfinished.map(({ clientCode }) => clientCode)).toEqual(['Compass'])
})

test('the clients worth attention come first, each with what their page shows', async () => {
  const { api } = await sampleVault()
  const list = unpackRows(await api.attention.list())
  const kindsOf = (code: string) =>
    list.find(({ clientCode }) => clientCode === code)?.reasons.map(({ kind }) => kind) ?? []
  expect(kindsOf('Driftwood')).toContain('worse')
  expect(kindsOf('Lantern')).toEqual(expect.arrayContaining(['missed-after-fall', 'fall']))
  expect(kindsOf('Orchard')).not.toContain('fall')
  const places = ['Driftwood', 'Lantern', 'Orchard'].map((code) =>
    list.findIndex(({ clientCode }) => clientCode === code),
  )
  expect(places).toEqual(places.toSorted((one, other) => one - other))
})

test.each([
  { given: { goals: 7, bond: 9, overall: 8 }, stopped: false, expected: 'partly-answered' },
  { given: { goals: 7 }, stopped: true, expected: 'partly-answered' },
  { given: { goals: null }, stopped: false, expected: 'skipped' },
  { given: { goals: 7, tasks: 6, bond: 9, overall: 8 }, stopped: false, expected: null },
])('a missing alliance is $expected after $given', async ({ given, stopped, expected }) => {
  const { api } = createTestVault()
  const client = await api.clients.create(clientEntry())
  const log = sessionLog(client.id)
  await api.sessions.save({ log, expectedRevision: 0 })
  await api.handOver.begin({ sessionId: log.session.id })
  await api.handOver.saveAnswers({ answers: { 'attune-alliance-client': answersOf(given) }, comment: '' })
  await api.handOver.finish({ stopped })
  await api.handOver.return({ passphrase: rightPassphrase })
  const { sessions } = await api.clients.overview({ id: client.id })
  expect(sessions.clientMissing[0]).toBe(expected)
})
