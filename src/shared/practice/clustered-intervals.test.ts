import { describe, expect, test } from 'vitest'
import { meanInterval, medianInterval, shareInterval, type ClientSum } from './clustered-intervals.ts'
import { simulatedCoverage } from './practice.ts'
import { coverageOf, practiceModels, type SimulatedMeasure } from './testing/simulated-practices.ts'

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
const sums = (clients: readonly (readonly number[])[]): ClientSum[] =>
  clients.map((values) => ({ n: values.length, sum: sum(values) }))
const ofTen = (...given: readonly number[]): ClientSum[] => given.map((each) => ({ n: 10, sum: each }))

describe('a share', () => {
  test('of clients alike has Wilson’s interval with the least correlation, worked out by hand', () => {
    // A jackknife finds less variance than in independent units, so the design effect is 1 + 9 · 0.05.
    const found = shareInterval(ofTen(5, 7, 3, 5, 5))
    expect(found?.value).toBe(0.5)
    expect(found?.low).toBeCloseTo(0.2863, 4)
    expect(found?.high).toBeCloseTo(0.7137, 4)
  })

  test('of clients that differ has a wider interval, worked out by hand', () => {
    // The jackknife’s variance is 0.032, 6.4 times that of 50 independent units.
    const found = shareInterval(ofTen(9, 1, 9, 1, 5))
    expect(found?.low).toBeCloseTo(0.1476, 4)
    expect(found?.high).toBeCloseTo(0.8524, 4)
  })

  test('of all units has an interval below it, worked out by hand', () => {
    const found = shareInterval(ofTen(10, 10, 10, 10, 10))
    expect(found?.low).toBeCloseTo(0.8173, 4)
    expect(found?.high).toBe(1)
  })

  test('of one unit a client is Newcombe’s example of Wilson’s interval (1998): 81 of 263', () => {
    const found = shareInterval(Array.from({ length: 263 }, (_, at) => ({ n: 1, sum: at < 81 ? 1 : 0 })))
    expect(found?.low).toBeCloseTo(0.2553, 2)
    expect(found?.high).toBeCloseTo(0.3662, 2)
  })

  test('needs two clients', () => {
    expect(shareInterval([])).toBeNull()
    expect(shareInterval(ofTen(5))).toBeNull()
    expect(shareInterval([...ofTen(5), { n: 0, sum: 0 }])).toBeNull()
  })
})

describe('a mean', () => {
  test('of clients of equal size is the t interval of their means, worked out by hand', () => {
    // Means 2, 4 and 6: standard error 2 / √3, two degrees of freedom.
    const found = meanInterval(
      sums([
        [1, 3],
        [4, 4],
        [5, 7],
      ]),
    )
    expect(found?.value).toBe(4)
    expect(found?.low).toBeCloseTo(4 - 4.9683, 3)
    expect(found?.high).toBeCloseTo(4 + 4.9683, 3)
  })

  test('that one client dominates has a wider interval than the same units spread evenly', () => {
    const spread = meanInterval(
      sums([
        [1, 3],
        [1, 3],
        [1, 3],
        [2, 4],
      ]),
    )
    const dominated = meanInterval(sums([[1], [3], [4], [1, 3, 1, 3, 2]]))
    const widthOf = (found: ReturnType<typeof meanInterval>) => (found?.high ?? 0) - (found?.low ?? 0)
    expect([spread?.value, dominated?.value]).toEqual([2.25, 2.25])
    expect(widthOf(dominated)).toBeGreaterThan(widthOf(spread))
  })

  test('needs two clients', () => {
    expect(meanInterval(sums([[1, 2, 3]]))).toBeNull()
  })
})

describe('a median', () => {
  test('has the values at the ends of the interval for a half, worked out by hand', () => {
    // Fifteen values with a design effect of 1.1: the ends are the 3rd and the 13th value.
    const found = medianInterval(Array.from({ length: 5 }, () => [1, 2, 3]))
    expect(found).toEqual({ value: 2, low: 1, high: 3 })
  })

  test('narrows with more clients', () => {
    const found = medianInterval(Array.from({ length: 60 }, () => [1, 2, 3]))
    expect(found).toEqual({ value: 2, low: 2, high: 2 })
  })

  test('leaves out clients without a value, and needs two with one', () => {
    expect(medianInterval([[1, 2], []])).toBeNull()
  })
})

const practices = 600
const worstOf = (found: readonly number[]): number => Math.min(...found)

/** Whether a unit lies below a quantile of the normal distribution, so that this share of them has the value 1. */
const shareBelow = (quantile: number, truth: number): SimulatedMeasure => ({
  valueOf: (normal) => (normal < quantile ? 1 : 0),
  truth,
})
const shares = [
  shareBelow(-2.0537, 0.02),
  shareBelow(-0.8416, 0.2),
  shareBelow(0, 0.5),
  shareBelow(0.8416, 0.8),
  shareBelow(1.6449, 0.95),
]
/** One, two or three sessions, with these quantiles between them. */
const sessionsBetween = (first: number, second: number, truth: number): SimulatedMeasure => ({
  valueOf: (normal) => (normal < first ? 1 : normal < second ? 2 : 3),
  truth,
})

// The screen states these shares beside the intervals.
describe('in simulated practices with clients of unequal size', () => {
  test(`the interval of a share holds the true one in at least ${simulatedCoverage.share} of 100`, () => {
    const worst = worstOf(
      practiceModels.flatMap((model) =>
        shares.map((measure) =>
          coverageOf(model, measure, {
            interval: (clients) => shareInterval(sums(clients)),
            practices,
            seed: 47,
          }),
        ),
      ),
    )
    expect(worst).toBeGreaterThanOrEqual(simulatedCoverage.share / 100)
    expect(worst).toBeLessThan((simulatedCoverage.share + 3) / 100)
  }, 60_000)

  test(`the interval of a mean holds the true one in at least ${simulatedCoverage.mean} of 100`, () => {
    const signed: SimulatedMeasure = { valueOf: (normal) => normal, truth: 0 }
    // A distance is skewed, and clients can differ in it more than in anything else.
    const distance: SimulatedMeasure = { valueOf: Math.abs, truth: Math.sqrt(2 / Math.PI) }
    const coverage = (measure: SimulatedMeasure, correlations: readonly number[]) =>
      correlations.flatMap((correlation) =>
        practiceModels
          .filter((model) => model.correlation === 0)
          .map((model) =>
            coverageOf({ ...model, correlation }, measure, {
              interval: (clients) => meanInterval(sums(clients)),
              practices,
              seed: 48,
            }),
          ),
      )
    const worst = worstOf([...coverage(signed, [0, 0.6]), ...coverage(distance, [0.3, 0.6])])
    expect(worst).toBeGreaterThanOrEqual(simulatedCoverage.mean / 100)
    expect(worst).toBeLessThan((simulatedCoverage.mean + 3) / 100)
  }, 60_000)

  test(`the interval of a median holds the true one in at least ${simulatedCoverage.median} of 100`, () => {
    const worst = worstOf(
      practiceModels.flatMap((model) =>
        [
          sessionsBetween(0.2533, 1.2816, 1),
          sessionsBetween(0.0502, 0.9154, 1),
          sessionsBetween(-0.8416, 0.1257, 2),
        ].map((measure) => coverageOf(model, measure, { interval: medianInterval, practices, seed: 49 })),
      ),
    )
    expect(worst).toBeGreaterThanOrEqual(simulatedCoverage.median / 100)
    expect(worst).toBeLessThan((simulatedCoverage.median + 3) / 100)
  }, 60_000)
})
