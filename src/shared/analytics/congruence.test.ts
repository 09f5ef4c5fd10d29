import { describe, expect, it } from 'vitest'
import { congruence } from './index.ts'

describe('congruence', () => {
  it('reproduces the case of the specification: tracking 0.70, discrepancy -0.583, r 0.970', () => {
    const result = congruence([5, 6, 4, 7, 3, 5], [4, 5, 4, 6, 3, 4.5])
    expect(result?.pairs).toBe(6)
    expect(result?.tracking).toBeCloseTo(0.7, 10)
    expect(result?.directionalDiscrepancy).toBeCloseTo(-0.583, 3)
    expect(result?.correlation).toBeCloseTo(0.97, 3)
    expect(result?.meanAbsoluteDifference).toBeCloseTo(3.5 / 6, 10)
  })

  it("reproduces the regression of Anscombe's first set (Anscombe 1973): slope 0.5, r 0.816", () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
    const result = congruence(x, y)
    expect(result?.tracking).toBeCloseTo(0.5001, 4)
    expect(result?.correlation).toBeCloseTo(0.8164, 4)
    expect(result?.directionalDiscrepancy).toBeCloseTo(7.5009 - 9, 4)
    // The printed standard error is 0.1179; t with 9 degrees of freedom is 2.262.
    expect(result?.trackingMargin).toBeCloseTo(0.1179 * 2.262, 3)
  })

  it('reproduces Bland and Altman (1986): two meters, 17 people, mean difference -2.1, r 0.94; slope by R 4.2', () => {
    const wright = [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427]
    const mini = [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451]
    const result = congruence(mini, wright)
    expect(result?.pairs).toBe(17)
    expect(result?.directionalDiscrepancy).toBeCloseTo(-2.117647059, 9)
    expect(result?.correlation).toBeCloseTo(0.9432794469, 9)
    // The authors' interval for the bias runs from -22.0 to 17.8.
    expect(result?.discrepancyMargin).toBeCloseTo((17.8 + 22.0) / 2, 0)
    // coef(lm(wright ~ I(mini - mean(mini))))
    expect(result?.tracking).toBeCloseTo(0.9699440613934, 12)
  })

  it('uses only sessions that both rated', () => {
    const result = congruence([5, null, 6, 7, 8], [4, 9, null, 6])
    expect(result).toMatchObject({ pairs: 2, tracking: 1, directionalDiscrepancy: -1, correlation: 1 })
  })

  it('gives no interval of tracking with two pairs, which lie on a line whatever they are', () => {
    expect(congruence([5, 6], [4, 6])?.trackingMargin).toBeNull()
    expect(congruence([5, 6, 7], [4, 6, 8])?.trackingMargin).toBe(0)
  })

  it('is null with fewer than two pairs or if one side never varies', () => {
    expect(congruence([], [])).toBeNull()
    expect(congruence([5], [4])).toBeNull()
    expect(congruence([5, null], [4, 6])).toBeNull()
    expect(congruence([7.1, 7.1, 7.1], [4, 5, 6])).toBeNull()
    expect(congruence([4, 5, 6], [7.1, 7.1, 7.1])).toBeNull()
  })
})
