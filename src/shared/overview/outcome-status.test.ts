import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instrumentSchema, type Instrument } from '../instruments/instrument.ts'
import { initialRuleParameters, type RuleParameters } from '../rule-settings/rule-parameters.ts'
import { responseSchema, type Response } from '../records/session-log.ts'
import { buildOverview } from './build-overview.ts'
import { outcomeSources } from './outcome-source.ts'
import { outcomeStatusSchema } from './outcome-status.ts'
import { scoreRow } from '../series/score-row.ts'
import { ownSeries } from '../series/testing/own-series.ts'
import { exampleClient, exampleSessions } from './testing/example-sessions.ts'

const files = import.meta.glob('../../../assets/instruments/earlier/*.json', {
  eager: true,
  import: 'default',
})
const shipped = Object.values(files).map((file) => instrumentSchema.parse(file))
const phq9 = shipped.find(({ id }) => id === 'phq-9')!

/** PHQ-9 as filled in by the client, with this total. */
function response(total: number, change: Partial<Response> = {}): Response {
  let left = total
  const answers = phq9.items.map(({ id }) => {
    const value = Math.min(3, left)
    left -= value
    return [id, { value, missingReason: null }]
  })
  return responseSchema.parse({
    id: crypto.randomUUID(),
    instrumentId: 'phq-9',
    instrumentVersion: phq9.version,
    rater: 'client',
    occasion: 'after',
    answers: Object.fromEntries(answers),
    words: [],
    comment: '',
    recordedAt: '2026-03-20T15:00:00.000Z',
    ...change,
  })
}

function statusOf(
  totals: readonly (number | null)[],
  options: {
    baseline?: number
    planned?: readonly number[]
    parameters?: Partial<RuleParameters>
    versions?: readonly Instrument[]
    change?: (session: number) => Partial<Response>
  } = {},
) {
  const library = options.versions ?? shipped
  const find = (id: string, version: number) =>
    library.find((instrument) => instrument.id === id && instrument.version === version) ?? null
  const sources = outcomeSources(
    totals.map((total, session) =>
      scoreRow(total === null ? [] : [response(total, options.change?.(session))], find),
    ),
    find,
    () => options.baseline ?? null,
  )
  const sessions = exampleSessions(
    totals.map((_, index) => (options.planned?.includes(index) === true ? 'planned' : null)),
  )
  return buildOverview(exampleClient, sessions, {
    series: ownSeries,
    outcomes: sources,
    parameters: { ...initialRuleParameters, ...options.parameters },
  }).outcomes
}

test('the latest rating is compared with the first by the instrument’s own threshold and cut-off', () => {
  const [status] = statusOf([14, 12, null, 8])
  expect(status).toMatchObject({
    instrumentId: 'phq-9',
    title: 'PHQ-9',
    scale: { id: 'total', direction: 'lower-is-better', minimum: 0, maximum: 27 },
    scores: [14, 12, null, 8],
    n: 3,
    threshold: { points: 6 },
    baseline: { session: 0, isChosen: false },
    change: {
      n: 2,
      sessions: [0, 3],
      missing: [2],
      values: { before: 14, after: 8, change: -6 },
      verdict: { change: 'reliably-better', cutoff: 'left' },
    },
    track: { verdict: 'not-flagged' },
  })
  expect(status?.threshold.source).toMatch(/NHS/)
  expect(status?.cutoffs[0]?.source).toMatch(/Kroenke/)
})

test('a score of a session that does not count is left out everywhere', () => {
  expect(statusOf([8, 16, 17], { planned: [1] })).toMatchObject([
    { scores: [8, null, 17], n: 2, change: { sessions: [0, 2], missing: [] } },
  ])
})

test('one rating has a status without a verdict, and none has no status', () => {
  expect(statusOf([14])).toMatchObject([
    { n: 1, change: { verdict: { change: 'too-few-ratings' } }, track: { verdict: 'not-judged' } },
  ])
  expect(statusOf([null, null])).toEqual([])
})

test('another baseline can be chosen; without a rating there the first rating is the baseline', () => {
  expect(statusOf([20, 10, 13, 16], { baseline: 1 })).toMatchObject([
    {
      baseline: { session: 1, isChosen: true },
      change: { at: { baseline: 1, current: 3 }, verdict: { change: 'reliably-worse' } },
      track: { at: { baseline: 1 }, verdict: 'reliably-worse' },
    },
  ])
  expect(statusOf([20, null, 13, 16], { baseline: 1 })).toMatchObject([
    { baseline: { session: 0, isChosen: false } },
  ])
})

test('little gain is reported from the sixth rating on, or from a later one if set so', () => {
  const little = [16, 15, 16, 15, 14, 14]
  expect(statusOf(little)[0]?.track).toMatchObject({ verdict: 'little-gained' })
  expect(statusOf(little.slice(0, 5))[0]?.track).toMatchObject({ verdict: 'not-flagged' })
  expect(statusOf(little, { parameters: { trackSession: 7 } })[0]?.track).toMatchObject({
    verdict: 'not-flagged',
    parameters: { judgedFromSession: 7, littleGained: 0.5 },
  })
  expect(statusOf(little, { parameters: { trackShare: 0.3 } })[0]?.track?.verdict).toBe('not-flagged')
})

test('a sudden gain is found, with places among all sessions, unless a larger one is required', () => {
  const totals = [null, 17, 16, 16, 9, 8, 9]
  expect(statusOf(totals, { planned: [0] })[0]).toMatchObject({
    baseline: { session: 1 },
    suddenGains: [{ at: { gain: 4 }, values: { size: 7 }, parameters: { threshold: 6 } }],
  })
  expect(statusOf(totals, { planned: [0], parameters: { suddenGainChanges: 1.5 } })[0]?.suddenGains).toEqual(
    [],
  )
})

test('on a scale where higher is better, only the change is judged', () => {
  const scales = phq9.scales.map((scale) => ({ ...scale, direction: 'higher-is-better' as const }))
  expect(statusOf([8, 14], { versions: [{ ...phq9, scales }] })).toMatchObject([
    { change: { verdict: { change: 'reliably-better', cutoff: 'left' } }, track: null, suddenGains: [] },
  ])
})

test('an instrument without a change threshold, or with a scale without a better end, has no status', () => {
  const { changeThreshold: _threshold, ...without } = phq9
  expect(statusOf([8, 14], { versions: [without] })).toEqual([])
  const scales = phq9.scales.map((scale) => ({ ...scale, direction: 'neutral' as const }))
  expect(statusOf([8, 14], { versions: [{ ...phq9, scales }] })).toEqual([])
})

test('a form filled in by the therapist is not a rating by the client', () => {
  expect(statusOf([8, 14], { change: () => ({ rater: 'therapist' }) })).toEqual([])
})

test('scores of another version count if the scale is the same, else they are left out and listed', () => {
  const next = phq9.version + 1
  const second = { ...phq9, version: next, title: 'PHQ-9, again' }
  const change = (session: number) => ({ instrumentVersion: session === 0 ? phq9.version : next })
  expect(statusOf([8, 14], { versions: [phq9, second], change })).toMatchObject([
    { instrumentVersion: next, title: 'PHQ-9, again', scores: [8, 14], leftOut: [] },
  ])
  const scales = phq9.scales.map((scale) => ({
    ...scale,
    items: scale.items.slice(0, 8),
    maximum: 24,
    missing: { minimumAnswered: 8, prorate: false },
  }))
  expect(statusOf([8, 14], { versions: [phq9, { ...second, scales }], change })).toMatchObject([
    { scores: [null, 14], leftOut: [0], n: 1 },
  ])
})

test('of two forms, before and after a session, the later one counts', () => {
  const [source] = outcomeSources(
    [scoreRow([response(9, { occasion: 'after' }), response(12, { occasion: 'before' })], () => phq9)],
    () => phq9,
    () => null,
  )
  expect(source?.scores).toEqual([9])
})

test('any scores give a status in the shape of the contract', () => {
  const score = fc.option(fc.integer({ min: 0, max: 27 }))
  fc.assert(
    fc.property(fc.array(score, { maxLength: 20 }), fc.nat(25), (totals, baseline) => {
      for (const status of statusOf(totals, { baseline }))
        expect(outcomeStatusSchema.safeParse(status).error).toBeUndefined()
    }),
    { numRuns: 60 },
  )
})
