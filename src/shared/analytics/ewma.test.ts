import { describe, expect, it } from 'vitest'
import { ewma } from './index.ts'

const series = [
  52, 47, 53, 49.3, 50.1, 47, 51, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6,
  52.1,
]
const options = { target: 50, sigma: 2.0539, lambda: 0.3, width: 3 }

describe('ewma', () => {
  it('reproduces NIST handbook 6.3.2.4: 50.60 49.52 50.56 ... 51.99, limits 47.4115 and 52.5884, no signal', () => {
    const { smoothed, lower, upper, signals } = ewma(series, options)
    const published = [
      50.6, 49.52, 50.56, 50.18, 50.16, 49.21, 49.75, 49.85, 50.26, 50.33, 50.11, 49.36, 49.52, 50.05, 49.38,
      49.92, 50.73, 51.23, 51.94, 51.99,
    ]
    smoothed.forEach((value, session) => expect(value).toBeCloseTo(published[session]!, 2))
    // The handbook rounds sqrt(0.3 / 1.7) to 0.4201 and gives the limits of a long series.
    expect(lower.at(-1)).toBeCloseTo(47.4115, 2)
    expect(upper.at(-1)).toBeCloseTo(52.5884, 2)
    expect(signals).toEqual([])
  })

  it('starts with exact limits: at the first rating lambda times width times sigma', () => {
    const { lower, upper } = ewma(series, options)
    expect(upper[0]).toBeCloseTo(50 + 0.3 * 3 * 2.0539, 10)
    expect(lower[0]).toBeCloseTo(50 - 0.3 * 3 * 2.0539, 10)
    // After two ratings the weights are 0.3 and 0.3 * 0.7.
    expect(upper[1]).toBeCloseTo(50 + 3 * 2.0539 * Math.hypot(0.3, 0.21), 10)
  })

  it('is the series itself with constant limits if lambda is 1', () => {
    expect(ewma([5, 9, 1], { target: 5, sigma: 1, lambda: 1, width: 3 })).toEqual({
      smoothed: [5, 9, 1],
      lower: [2, 2, 2],
      upper: [8, 8, 8],
      signals: [1, 2],
    })
  })

  it('stays unchanged over a gap, which never signals, and has no width before the first rating', () => {
    const { smoothed, upper, signals } = ewma([null, 9, null], { target: 5, sigma: 1, lambda: 1, width: 3 })
    expect(smoothed).toEqual([5, 9, 9])
    expect(upper).toEqual([5, 8, 8])
    expect(signals).toEqual([1])
  })

  it('keeps the digits of its limits for a tiny lambda', () => {
    const { upper } = ewma([0], { target: 0, sigma: 1, lambda: 1e-12, width: 1 })
    expect(upper[0]! / 1e-12).toBeCloseTo(1, 6)
  })

  it.each([
    { ...options, lambda: 0 },
    { ...options, lambda: 1.1 },
    { ...options, sigma: -1 },
    { ...options, width: Number.NaN },
    { ...options, target: Number.POSITIVE_INFINITY },
  ])('is empty for unusable parameters: %j', (unusable) => {
    expect(ewma(series, unusable)).toEqual({ smoothed: [], lower: [], upper: [], signals: [] })
  })
})
