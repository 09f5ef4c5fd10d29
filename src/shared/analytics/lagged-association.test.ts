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

  it('pairs a session with the very next one, and skips the pair where either is missing', () => {
    expect(laggedAssociation([1, null, 2, 3, 4], [9, 2, 7, null, 6, 8])).toEqual({
      pairs: 3,
      slope: 2,
      correlation: 1,
    })
  })

  it('is null with fewer than two pairs or where one side never varies', () => {
    expect(laggedAssociation([], [])).toBeNull()
    expect(laggedAssociation([1, 2], [3, 4])).toBeNull()
    expect(laggedAssociation([7.1, 7.1, 7.1], [1, 2, 3])).toBeNull()
    expect(laggedAssociation([1, 2, 3], [1, 2, 2])).toBeNull()
  })
})
