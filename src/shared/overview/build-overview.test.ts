import fc from 'fast-check'
import { expect, test } from 'vitest'
import { congruence, ruptureEpisodes } from '../analytics/index.ts'
import { initialRuleParameters } from '../rule-settings/rule-parameters.ts'
import type { ClientSeries } from '../series/client-series.ts'
import { clientAlliance, ownSeries, therapistAlliance } from '../series/testing/own-series.ts'
import { buildOverview, leadCourse, type OverviewOptions } from './build-overview.ts'
import { clientOverviewSchema, type SessionSummary } from './client-overview.ts'
import { packedOverviewSchema, packOverview, unpackOverview } from './packed-overview.ts'
import { exampleClient, exampleSessions } from './testing/example-sessions.ts'

const fall = [7.5, 7, 7.5, 8, 7.5, 7.5, 7, 8, 4.5, 7, 7.5]
const clientRatings = [5, 6, 4, 7, 3, 5]
const therapistRatings = [4, 5, 4, 6, 3, 4.5]

function overviewOf(sessions: readonly SessionSummary[], options: Partial<OverviewOptions> = {}) {
  const overview = buildOverview(exampleClient, sessions, { series: ownSeries, ...options })
  const course = leadCourse(overview)
  if (course === null) throw new Error('no series leads')
  return { ...overview, course }
}
const levelOf = ({ series }: ReturnType<typeof overviewOf>, id: string) =>
  series.find((each) => each.id === id)?.level

test('the fall of the rule’s own example is explained once, in the numbers of its sessions', () => {
  const { course } = overviewOf(exampleSessions(fall))
  expect(course.episodes.client).toHaveLength(1)
  expect(course.episodes.client[0]).toMatchObject({
    rule: { id: 'attune-rule-1' },
    sessions: [8, 9, 10],
    at: { peak: 8, trough: 9, end: 10 },
    values: { peakScore: 8, troughScore: 4.5 },
    verdict: { level: 'rupture', state: 'repaired' },
  })
  expect(course.episodes.client[0]?.values.depth).toBeCloseTo(8.608, 3)
  expect(course.episodes.therapist).toEqual([])
})

test('a planned session keeps the others’ numbers and is not a missed rating', () => {
  const early = overviewOf(exampleSessions(['planned', ...fall]))
  expect(early.course.episodes.client[0]).toMatchObject({
    at: { peak: 9, trough: 10, end: 11 },
    baseline: { from: 2, to: 9, n: 8, missing: 0 },
    missing: [],
  })
  expect(levelOf(early, clientAlliance)?.last).toEqual({ session: 12, value: 7.5 })
})

test('a session held without a rating is counted as missing', () => {
  const [first = 0, ...rest] = fall
  const { course } = overviewOf(exampleSessions([first, null, ...rest]))
  expect(course.episodes.client[0]?.baseline).toEqual({ from: 1, to: 9, n: 8, missing: 1 })
})

test('a worked example of six pairs gives the congruence and the pairs it is based on', () => {
  const { course } = overviewOf(exampleSessions(clientRatings, therapistRatings))
  expect(course.congruence).toMatchObject({ n: 6, sessions: [1, 2, 3, 4, 5, 6], verdict: 'shown' })
  expect(course.congruence?.values?.tracking).toBeCloseTo(0.7)
  expect(course.congruence?.values?.directionalDiscrepancy).toBeCloseTo(-0.583, 3)
})

test('forms on different metrics say only whether both move together', () => {
  const series = ownSeries.map((each) =>
    each.pair === null ? each : { ...each, pair: { ...each.pair, byItems: false } },
  )
  const { course } = overviewOf(exampleSessions(clientRatings, therapistRatings), { series })
  expect(course.isSameMetric).toBe(false)
  expect(course.congruence?.values).toEqual({
    tracking: null,
    directionalDiscrepancy: null,
    meanAbsoluteDifference: null,
    correlation: expect.closeTo(0.97, 2),
  })
})

test('a therapist who asks for more pairs reads that there are too few, and how many are needed', () => {
  const { course, changedParameters } = overviewOf(exampleSessions(clientRatings, therapistRatings), {
    parameters: { ...initialRuleParameters, congruencePairs: 7 },
  })
  expect(course.congruence).toMatchObject({
    n: 6,
    values: null,
    verdict: 'too-few-pairs',
    parameters: { minimumPairs: 7 },
  })
  expect(changedParameters).toEqual(['congruencePairs'])
})

test('changed parameters change the findings and are listed with them', () => {
  const { course, changedParameters, parameters } = overviewOf(exampleSessions(fall), {
    parameters: { ...initialRuleParameters, ruptureSpreads: 8 },
  })
  expect(course.episodes.client[0]?.verdict.level).toBe('dip')
  expect(course.episodes.client[0]?.parameters.ruptureSpreads).toBe(8)
  expect(changedParameters).toEqual(['ruptureSpreads'])
  expect(parameters.ruptureSpreads).toBe(8)
})

test('the usual level is the mean of the ratings before the last', () => {
  const overview = overviewOf(exampleSessions([6, null, 8, 9]))
  expect(levelOf(overview, clientAlliance)).toMatchObject({
    rated: 3,
    last: { session: 4, value: 9 },
    usual: { mean: 7, n: 2 },
    lastAgainstUsual: 2,
    mean: 23 / 3,
    isEnoughForALine: false,
  })
  expect(levelOf(overview, therapistAlliance)).toMatchObject({
    rated: 0,
    mean: null,
    last: null,
    usual: null,
  })
})

const alone: ClientSeries = {
  ...ownSeries.find(({ id }) => id === therapistAlliance)!,
  id: 'therapist/lantern/sum',
  instrumentId: 'lantern',
  maximum: 40,
  pair: null,
}

test('a therapist’s alliance without a form for the client has a course until the paired form is rated', () => {
  const sessions = exampleSessions([8, 9, 8, 9, 8, 9, 8, 9, 8]).map((session, index) => ({
    ...session,
    scores: { ...session.scores, [alone.id]: index === 8 ? 8 : 30 + (index % 2) },
  }))
  const series = [...ownSeries, alone]
  expect(overviewOf(sessions, { series }).course).toMatchObject({
    therapist: alone.id,
    isSameMetric: false,
    episodes: { client: [], therapist: [{ at: { trough: 9 }, verdict: { level: 'rupture' } }] },
    congruence: { n: 9, values: { tracking: null } },
  })
  const paired = sessions.map((session) => ({
    ...session,
    scores: { ...session.scores, [therapistAlliance]: 7 },
  }))
  expect(overviewOf(paired, { series }).course).toMatchObject({
    therapist: therapistAlliance,
    isSameMetric: true,
    episodes: { therapist: [] },
  })
})

const rating = fc.option(fc.integer({ min: 0, max: 40 }).map((quarters) => quarters / 4))
const scale = { scaleRange: 10, step: 0.25 }

test('any ratings give what the analytics say, in the shape of the contract, packed and unpacked', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(rating, rating), { maxLength: 40 }), (pairs) => {
      const client = pairs.map(([own]) => own)
      const therapist = pairs.map(([, other]) => other)
      const { course, ...overview } = overviewOf(exampleSessions(client, therapist))
      const whole = clientOverviewSchema.parse({ ...overview, prompts: [] })
      const packed = packedOverviewSchema.parse(JSON.parse(JSON.stringify(packOverview(whole))))
      expect(unpackOverview(packed)).toEqual(whole)
      for (const [rater, ratings] of [['client', client] as const, ['therapist', therapist] as const]) {
        expect(
          course.episodes[rater].map(({ at, values: { depth }, verdict }) => ({ ...at, depth, ...verdict })),
        ).toEqual(
          ruptureEpisodes(ratings, scale).map(({ peak, trough, end, depth, level, state }) => ({
            peak: peak + 1,
            trough: trough + 1,
            end: end === null ? null : end + 1,
            depth,
            level,
            state,
          })),
        )
      }
      const found = congruence(client, therapist)
      // The margins are for the prompts alone.
      const {
        pairs: n = 0,
        trackingMargin: _tracking,
        discrepancyMargin: _discrepancy,
        ...values
      } = found ?? {}
      expect(course.congruence?.values ?? null).toEqual(found && n >= 6 ? values : null)
    }),
    { numRuns: 100 },
  )
})
