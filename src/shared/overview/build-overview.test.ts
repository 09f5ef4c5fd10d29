import fc from 'fast-check'
import { expect, test } from 'vitest'
import { congruence, ruptureEpisodes } from '../analytics/index.ts'
import { initialRuleParameters } from '../rule-settings/rule-parameters.ts'
import { buildOverview, episodeParameters } from './build-overview.ts'
import { clientOverviewSchema } from './client-overview.ts'
import { exampleClient, exampleSessions } from './testing/example-sessions.ts'

const fall = [7.5, 7, 7.5, 8, 7.5, 7.5, 7, 8, 4.5, 7, 7.5]
const clientRatings = [5, 6, 4, 7, 3, 5]
const therapistRatings = [4, 5, 4, 6, 3, 4.5]

test('the fall of the rule’s own example is explained with exactly the numbers of its episode', () => {
  const { episodes, explanations } = buildOverview(exampleClient, exampleSessions(fall))
  expect(episodes).toHaveLength(1)
  expect(episodes[0]).toMatchObject({ peak: 7, trough: 8, end: 9, level: 'rupture', state: 'repaired' })
  expect(episodes[0]?.depth).toBeCloseTo(8.608, 3)
  expect(explanations.episodes.client[0]).toMatchObject({
    at: { peak: 7, trough: 8, end: 9 },
    values: { troughScore: 4.5, depth: episodes[0]?.depth },
    verdict: { level: 'rupture', state: 'repaired' },
  })
  expect(explanations.episodes.therapist).toEqual([])
})

test('a planned session shifts the places and is not a missed rating', () => {
  const early = buildOverview(exampleClient, exampleSessions(['planned', ...fall]))
  expect(early.episodes[0]).toMatchObject({ peak: 8, trough: 9, end: 10, missed: [] })
  expect(early.explanations.episodes.client[0]).toMatchObject({
    at: { peak: 8, trough: 9, end: 10 },
    baseline: { from: 1, to: 8, n: 8, missing: 0 },
    missing: [],
  })
  expect(early.explanations.limits.client.sessions[0]).toBe(1)
  expect(early.explanations.within.client.at.session).toBe(11)
})

test('a session held without a rating is listed as missing', () => {
  const [first = 0, ...rest] = fall
  const { explanations } = buildOverview(exampleClient, exampleSessions([first, null, ...rest]))
  expect(explanations.episodes.client[0]?.baseline).toEqual({ from: 0, to: 8, n: 8, missing: 1 })
  expect(explanations.limits.client.missing).toEqual([1])
})

test('a worked example of six pairs gives the congruence and the pairs it is based on', () => {
  const overview = buildOverview(exampleClient, exampleSessions(clientRatings, therapistRatings))
  expect(overview.allianceCongruence?.tracking).toBeCloseTo(0.7)
  expect(overview.allianceCongruence?.directionalDiscrepancy).toBeCloseTo(-0.583, 3)
  expect(overview.explanations.congruence.alliance).toMatchObject({
    n: 6,
    sessions: [0, 1, 2, 3, 4, 5],
    verdict: 'shown',
  })
  expect(overview.explanations.congruence.negativeEmotions).toMatchObject({ n: 0, verdict: 'too-few-pairs' })
})

test('a therapist who asks for more pairs reads that there are too few, and how many are needed', () => {
  const overview = buildOverview(exampleClient, exampleSessions(clientRatings, therapistRatings), {
    parameters: { ...initialRuleParameters, congruencePairs: 7 },
  })
  expect(overview.allianceCongruence).toBeNull()
  expect(overview.explanations.congruence.alliance).toMatchObject({
    n: 6,
    values: null,
    verdict: 'too-few-pairs',
    parameters: { minimumPairs: 7 },
  })
  expect(overview.changedParameters).toEqual(['congruencePairs'])
})

test('changed parameters change the findings and are listed with them', () => {
  const sessions = exampleSessions(fall)
  const { episodes, explanations, changedParameters, parameters } = buildOverview(exampleClient, sessions, {
    parameters: { ...initialRuleParameters, ruptureSpreads: 8, limitsBaseline: 8 },
  })
  expect(episodes[0]?.level).toBe('dip')
  expect(explanations.episodes.client[0]?.parameters.ruptureSpreads).toBe(8)
  expect(explanations.limits.client).toMatchObject({ n: 8, parameters: { baseline: 8 } })
  expect(changedParameters).toEqual(['ruptureSpreads', 'limitsBaseline'])
  expect(parameters.ruptureSpreads).toBe(8)
})

const rating = fc.option(fc.integer({ min: 0, max: 40 }).map((quarters) => quarters / 4))

test('any ratings give what the analytics say, in the shape of the contract', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(rating, rating), { maxLength: 40 }), (pairs) => {
      const client = pairs.map(([own]) => own)
      const therapist = pairs.map(([, other]) => other)
      const overview = buildOverview(exampleClient, exampleSessions(client, therapist))
      expect(clientOverviewSchema.safeParse({ ...overview, prompts: [] }).error).toBeUndefined()
      expect(overview.episodes).toEqual([
        ...ruptureEpisodes(client, episodeParameters).map((found) => ({ rater: 'client', ...found })),
        ...ruptureEpisodes(therapist, episodeParameters).map((found) => ({ rater: 'therapist', ...found })),
      ])
      const found = congruence(client, therapist)
      expect(overview.allianceCongruence).toEqual(found && found.pairs >= 6 ? found : null)
    }),
    { numRuns: 100 },
  )
})
