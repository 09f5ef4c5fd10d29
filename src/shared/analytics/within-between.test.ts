import { describe, expect, it } from 'vitest'
import { withinBetween } from './index.ts'

describe('withinBetween', () => {
  it('sets each session against the mean, and against the mean of the sessions before it', () => {
    expect(withinBetween([6, null, 8, 4])).toEqual({
      mean: 6,
      n: 3,
      deviations: [0, null, 2, -2],
      runningDeviations: [null, null, 2, -3],
    })
  })

  it('has no mean without ratings, and no running deviation at the first', () => {
    expect(withinBetween([])).toEqual({ mean: null, n: 0, deviations: [], runningDeviations: [] })
    expect(withinBetween([null, 5])).toEqual({
      mean: 5,
      n: 1,
      deviations: [null, 0],
      runningDeviations: [null, null],
    })
  })

  it('keeps its digits far from zero', () => {
    const far = 1e12
    expect(withinBetween([far + 1, far + 2, far + 6])).toEqual({
      mean: far + 3,
      n: 3,
      deviations: [-2, -1, 3],
      runningDeviations: [null, 1, 4.5],
    })
  })
})
