import { expect, test } from 'vitest'
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
  const { episodes, sessions } = await overviewOf('Harbour')
  const ruptures = episodes.filter(({ rater, level }) => rater === 'client' && level === 'rupture')
  expect(ruptures).toHaveLength(1)
  const [rupture] = ruptures
  expect(rupture).toMatchObject({ state: 'repaired' })
  expect(sessions[rupture?.trough ?? 0]?.number).toBe(12)
  expect(sessions[rupture?.end ?? 0]?.number).toBe(13)
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
  const { sessions, clientAllianceMean, allianceCongruence, episodes } = await overviewOf('Thimble')
  expect(sessions.some(({ scores }) => Object.keys(scores).some((key) => key.startsWith('client.')))).toBe(
    false,
  )
  expect(clientAllianceMean).toEqual({ mean: null, n: 0 })
  expect(allianceCongruence).toBeNull()
  expect(episodes.filter(({ rater }) => rater === 'client')).toEqual([])
})

test('congruence needs six sessions rated by both', async () => {
  const { overviewOf } = await sampleVault()
  expect((await overviewOf('Compass')).allianceCongruence?.directionalDiscrepancy).toBeGreaterThan(1)
  const kite = await overviewOf('Kite')
  const pairs = kite.sessions.filter(
    ({ scores }) => scores['client.alliance'] !== undefined && scores['therapist.alliance'] !== undefined,
  ).length
  expect(kite.allianceCongruence === null).toBe(pairs < 6)
})

test('today shows the day’s sessions, upcoming ones, unfinished ones and open episodes', async () => {
  const { api } = await sampleVault()
  const today = await api.today.get()
  expect(today.date).toBe('2026-03-20')
  expect(today.sessions.map(({ clientCode, status }) => `${clientCode} ${status}`)).toEqual(
    expect.arrayContaining(['Harbour planned', 'Pebble begun']),
  )
  expect(today.sessions).toHaveLength(2)
  expect(today.upcoming.map(({ clientCode }) => clientCode)).toContain('Lantern')
  expect(today.unfinished.map(({ clientCode }) => clientCode)).toEqual(['Compass'])
  expect(today.episodes).toContainEqual(
    expect.objectContaining({ clientCode: 'Lantern', state: 'unrepaired' }),
  )
  expect(today.episodes.map(({ clientCode }) => clientCode)).not.toContain('Orchard')
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
  expect(sessions[0]?.clientMissing).toBe(expected)
})
