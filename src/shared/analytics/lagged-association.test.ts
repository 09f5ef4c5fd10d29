import { describe, expect, it } from 'vitest'
import { laggedAssociation } from './index.ts'

describe('laggedAssociation', () => {
  it("reproduces Anscombe's first regression (1973) with its outcome one session later: slope 0.5001, r 0.8164", () => {
    const predictor = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
    const outcome = [null, 8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
    const result = laggedAssociation(predictor, outcome)
    expect(result?.pairs).toBe(11)
    expect(result?.slope).toBeCloseTo(0.5001, 4)
    expect(result?.correlation).toBeCloseTo(0.8164, 4)
  })

  it('reproduces the first-order regression that R prints for its hormone series: ar.ols(lh) gives 0.586', () => {
    const lh = [
      2.4, 2.4, 2.4, 2.2, 2.1, 1.5, 2.3, 2.3, 2.5, 2, 1.9, 1.7, 2.2, 1.8, 3.2, 3.2, 2.7, 2.2, 2.2, 1.9, 1.9,
      1.8, 2.7, 3, 2.3, 2, 2, 2.9, 2.9, 2.7, 2.7, 2.3, 2.6, 2.4, 1.8, 1.7, 1.5, 1.4, 2.1, 3.3, 3.5, 3.5, 3.1,
      2.6, 2.1, 3.4, 3, 2.9,
    ]
    const result = laggedAssociation(lh, lh)
    expect(result?.pairs).toBe(47)
    expect(result?.slope).toBeCloseTo(0.586, 3)
    // To more digits by R 4.2: coef(lm(lh[-1] ~ lh[-48])) and cor(lh[-1], lh[-48]).
    expect(result?.slope).toBeCloseTo(0.585986971671, 11)
    expect(result?.correlation).toBeCloseTo(0.580732162477, 11)
  })

  it('pairs a session with the next one, and skips the pair if either is missing', () => {
    expect(laggedAssociation([1, null, 2, 3, 4], [9, 2, 7, null, 6, 8])).toEqual({
      pairs: 3,
      slope: 2,
      correlation: 1,
    })
  })

  it('is null with fewer than two pairs or if one side never varies', () => {
    expect(laggedAssociation([], [])).toBeNull()
    expect(laggedAssociation([1, 2], [3, 4])).toBeNull()
    expect(laggedAssociation([7.1, 7.1, 7.1], [1, 2, 3])).toBeNull()
    expect(laggedAssociation([1, 2, 3], [1, 2, 2])).toBeNull()
  })
})
