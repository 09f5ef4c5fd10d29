import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { congruence, individualsChart, outcomeTrack, ruptureEpisodes, suddenGains } from '../index.ts'
import type { Series } from '../index.ts'
import { ratingsInReference } from '../rupture-episodes.ts'
import { isRating } from '../series.ts'
import {
  explainChange,
  explainCongruence,
  explainEpisodes,
  explainLimits,
  explainSuddenGains,
  explainTrack,
  explanationSchema,
  ruleVersions,
  withSessions,
} from './index.ts'
import type { Explanation } from './index.ts'

const scale = { scaleRange: 10, step: 0.5 }
const rating = fc.integer({ min: 0, max: 20 }).map((halves) => halves / 2)
const series = fc.array(fc.oneof({ weight: 4, arbitrary: rating }, fc.constant(null)), { maxLength: 60 })
/** Ratings around a level, then a fall: series of any ratings seldom have an episode. */
const fallen = fc
  .record({
    level: fc.integer({ min: 10, max: 18 }),
    offsets: fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 5, maxLength: 20 }),
    drop: fc.integer({ min: 0, max: 10 }),
    after: series,
  })
  .map(({ level, offsets, drop, after }): Series => [
    ...offsets.map((offset) => (level + offset) / 2),
    (level - drop) / 2,
    ...after,
  ])
const course = fc.oneof(series, fallen)
const pair = fc.tuple(course, course)

function explainAll(client: Series, therapist: Series): Explanation[] {
  return [
    ...explainEpisodes(client, scale),
    ...explainEpisodes(therapist, scale),
    explainLimits(client, { baseline: 10 }),
    explainLimits(therapist, { scale: { minimum: 0, maximum: 10 } }),
    explainCongruence(client, therapist),
    explainChange(client, {
      direction: 'lower-is-better',
      yardstick: { kind: 'published', points: 3 },
      cutoff: 5,
    }),
    explainChange(client, {
      direction: 'higher-is-better',
      yardstick: { kind: 'jacobson-truax', sd: 2, reliability: 0.8 },
    }),
    explainTrack(client, { reliableChange: 3, cutoff: 5 }),
    ...explainSuddenGains(client, { threshold: 2 }),
  ]
}

const ascending = (sessions: readonly number[]): number[] => [...new Set(sessions)].toSorted((a, b) => a - b)

describe('every explanation', () => {
  it('fits the schema of its kind, and names a rule in its current version', () => {
    fc.assert(
      fc.property(pair, ([client, therapist]) => {
        for (const explanation of explainAll(client, therapist)) {
          expect(explanationSchema.parse(explanation)).toEqual(explanation)
          expect(explanation.rule.version).toBe(ruleVersions[explanation.rule.id])
        }
      }),
    )
  })

  it('uses only rated sessions, lists as missing only unrated ones between them, and no session as both', () => {
    fc.assert(
      fc.property(course, (only) => {
        // Both sides are the same series, so every rated session is a pair.
        for (const explanation of explainAll(only, only)) {
          const { sessions, missing } = explanation
          expect(sessions.every((session) => isRating(only[session]))).toBe(true)
          expect(missing.some((session) => isRating(only[session]))).toBe(false)
          expect(ascending(sessions)).toEqual(sessions)
          expect(ascending(missing)).toEqual(missing)
          const first = sessions[0] ?? 0
          expect(missing.every((session) => session > first && session < only.length)).toBe(true)
        }
      }),
    )
  })

  it('counts in n exactly the ratings it names', () => {
    fc.assert(
      fc.property(pair, ([client, therapist]) => {
        for (const explanation of explainAll(client, therapist)) {
          const { n, sessions } = explanation
          const before = explanation.kind === 'episode' ? explanation.baseline.n - 1 : 0
          expect(n).toBe(sessions.length + before)
        }
      }),
    )
  })

  it('lists every gap of its range as missing: from the peak, between pairs, between the two ratings compared', () => {
    fc.assert(
      fc.property(course, (only) => {
        for (const explanation of explainAll(only, only)) {
          const { sessions, missing, kind } = explanation
          const [first, last] = [sessions[0], sessions.at(-1)]
          if (first === undefined || last === undefined) continue
          const end = kind === 'episode' ? (explanation.at.end ?? only.length - 1) : last
          const gaps = Array.from(only.keys()).filter(
            (session) => session > first && session <= end && !isRating(only[session]),
          )
          expect(missing).toEqual(gaps)
        }
      }),
    )
  })

  it('gives no values if its verdict says that there are too few ratings', () => {
    fc.assert(
      fc.property(pair, ([client, therapist]) => {
        for (const explanation of explainAll(client, therapist)) {
          const verdict = JSON.stringify(explanation.verdict)
          const isTooLittle = /too-few|no-|not-judged/.test(verdict)
          expect(explanation.values === null).toBe(isTooLittle)
        }
      }),
    )
  })

  it('stays the same explanation when its sessions get other numbers', () => {
    fc.assert(
      fc.property(pair, ([client, therapist]) => {
        for (const explanation of explainAll(client, therapist)) {
          const numbered = withSessions(explanation, (index) => 2 * index + 1)
          expect(explanationSchema.parse(numbered)).toEqual(numbered)
          expect(withSessions(numbered, (number) => (number - 1) / 2)).toEqual(explanation)
          expect(numbered.sessions).toEqual(explanation.sessions.map((index) => 2 * index + 1))
        }
      }),
    )
  })
})

describe('explanations and analytics', () => {
  it('say the same', () => {
    fc.assert(
      fc.property(pair, ([client, therapist]) => {
        const episodes = ruptureEpisodes(client, scale)
        expect(
          explainEpisodes(client, scale).map(({ at, values, parameters, verdict, missing }) => ({
            ...at,
            ...verdict,
            missed: missing,
            reference: values.reference,
            ratingsInReference: ratingsInReference(values.peakScore, {
              value: values.meanToPeak,
              n: values.meanN,
            }),
            troughScore: values.troughScore,
            depth: values.depth,
            spread: values.spread,
            dipFrom: parameters.dipFrom,
            ruptureFrom: parameters.ruptureFrom,
            knownFrom: values.knownFrom,
            knownSpread: values.knownSpread,
            ownSpread: values.ownSpread,
            ownShare: values.ownShare,
            leastSpread: values.leastSpread,
          })),
        ).toEqual(episodes.map(({ earlier: _earlier, ...episode }) => episode))
        const limits = explainLimits(client)
        if (limits.values !== null) {
          const chart = individualsChart(client)!
          expect({ ...limits.values, beyond: limits.at.beyond }).toEqual({ ...chart, nearCeiling: null })
        }
        const { values, n } = explainCongruence(client, therapist)
        if (values !== null) expect(congruence(client, therapist)).toMatchObject({ ...values, pairs: n })
        expect(explainTrack(client, { reliableChange: 3, cutoff: 5 }).values?.change ?? null).toBe(
          outcomeTrack(client, { reliableChange: 3, cutoff: 5 })?.change ?? null,
        )
        const gains = explainSuddenGains(client, { threshold: 2 })
        expect(gains.map(({ at, values: { size } }) => ({ index: at.gain, size }))).toEqual(
          suddenGains(client, { threshold: 2 }),
        )
      }),
    )
  })

  it('check a repair against exactly the line they name', () => {
    fc.assert(
      fc.property(course, (only) => {
        for (const { values, verdict, at } of explainEpisodes(only, scale)) {
          if (verdict.state !== 'repaired') continue
          expect(only[at.end!]).toBeGreaterThanOrEqual(values.repairedFrom - 1e-6)
        }
      }),
    )
  })
})
