import { describe, expect, it } from 'vitest'
import { cusum } from './index.ts'

const widths = [
  324.925, 324.675, 324.725, 324.35, 325.35, 325.225, 324.125, 324.525, 325.225, 324.6, 324.625, 325.15,
  328.325, 327.25, 327.825, 328.5, 326.675, 327.775, 326.875, 328.35,
]

describe('cusum', () => {
  it('reproduces NIST handbook 6.3.2.3: 3.01 4.94 7.45 ... 19.04 from the 13th point, first signal at the 14th', () => {
    const { high, signals } = cusum(widths, { target: 325, slack: 0.3175, decision: 4.1959 })
    // The handbook truncates the running sums to two decimals.
    const published = [3.01, 4.94, 7.45, 10.63, 11.99, 14.44, 16, 19.04]
    high.slice(12).forEach((sum, position) => {
      expect(Math.abs(sum - published[position]!)).toBeLessThan(0.011)
    })
    expect(signals).toEqual([13, 14, 15, 16, 17, 18, 19])
  })

  it('reports the low side as a positive sum', () => {
    expect(cusum([9, 8, 12], { target: 10, slack: 0.5, decision: 1.5 })).toEqual({
      high: [0, 0, 1.5],
      low: [0.5, 2, 0],
      signals: [1],
    })
  })

  it('signals strictly above the decision only', () => {
    expect(cusum([12], { target: 10, slack: 0, decision: 2 }).signals).toEqual([])
  })

  it('carries its sums over a gap, which never signals', () => {
    expect(cusum([null, 13, null, 10], { target: 10, slack: 0, decision: 2 })).toEqual({
      high: [0, 3, 3, 3],
      low: [0, 0, 0, 0],
      signals: [1, 3],
    })
  })

  it('is empty for an empty series and for parameters that are not numbers', () => {
    const nothing = { high: [], low: [], signals: [] }
    expect(cusum([], { target: 10, slack: 0, decision: 2 })).toEqual(nothing)
    expect(cusum([1], { target: Number.NaN, slack: 0, decision: 2 })).toEqual(nothing)
    expect(cusum([1], { target: 0, slack: 0, decision: Number.POSITIVE_INFINITY })).toEqual(nothing)
  })
})
