import { describe, expect, it } from 'vitest'
import { withinBetween } from './index.ts'

describe('withinBetween', () => {
  it('compares each session with the mean, and with the mean of the sessions before it', () => {
    expect(withinBetween([6, null, 8, 4])).toEqual({
      mean: 6,
      n: 3,
      deviations: [0, null, 2, -2],
      runningDeviations: [null, null, 2, -3],
    })
  })

  it('agrees with the centring printed for Bolger and Laurenceau (2013), chapter 9: person 101, K. Zee’s demo', () => {
    const { mean, deviations } = withinBetween([3, 3, 3, 4, 1, 2])
    expect(mean).toBeCloseTo(2.6666667, 7)
    const printed = [0.3333333, 0.3333333, 0.3333333, 1.3333333, -1.6666667, -0.6666667]
    deviations.forEach((deviation, index) => expect(deviation).toBeCloseTo(printed[index] ?? Number.NaN, 7))
  })

  it('agrees, gap included, with esmpack’s calc.zcent (W. Viechtbauer), whose example divides by the person’s SD', () => {
    const { deviations } = withinBetween([2, 3, null, 4, 2])
    const squares = deviations.map((deviation) => (deviation ?? 0) ** 2)
    const spread = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / 3)
    const standardised = deviations.map((deviation) => (deviation === null ? null : deviation / spread))
    expect(standardised[0]).toBeCloseTo(-0.7833495, 7)
    expect(standardised[1]).toBeCloseTo(0.2611165, 7)
    expect(standardised[2]).toBeNull()
    expect(standardised[3]).toBeCloseTo(1.3055824, 7)
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
