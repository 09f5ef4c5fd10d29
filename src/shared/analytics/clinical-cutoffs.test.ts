import { describe, expect, it } from 'vitest'
import { clinicalCutoffs } from './index.ts'

describe('clinicalCutoffs', () => {
  it('reproduces Jacobson and Truax (1991): a 55, b 45, c 50 for means of 40 and 60 and a spread of 7.5', () => {
    const cutoffs = clinicalCutoffs({ clinical: { mean: 40, sd: 7.5 }, functional: { mean: 60, sd: 7.5 } })
    expect(cutoffs).toEqual({ a: 55, b: 45, c: 50 })
  })

  it('agrees with what clinicalsignificance (B. Claus) prints for its BDI data: a 19.16, c 21.6 for 35.48, 8.16 against 8, 8', () => {
    const { a, c } = clinicalCutoffs({ clinical: { mean: 35.48, sd: 8.16 }, functional: { mean: 8, sd: 8 } })
    expect(a).toBeCloseTo(19.16, 10)
    expect(c).toBeCloseTo(21.6, 2)
  })

  it('reverses the signs if lower is better', () => {
    const cutoffs = clinicalCutoffs({ clinical: { mean: 16, sd: 4 }, functional: { mean: 4, sd: 2 } })
    expect(cutoffs.a).toBe(8)
    expect(cutoffs.b).toBe(8)
    expect(cutoffs.c).toBeCloseTo(8, 10)
  })

  it('places c by the spreads: (2 * 20 + 6 * 40) / 8 = 35', () => {
    const { c } = clinicalCutoffs({ clinical: { mean: 20, sd: 6 }, functional: { mean: 40, sd: 2 } })
    expect(c).toBeCloseTo(35, 10)
  })

  it('puts c halfway without any spread', () => {
    const { c } = clinicalCutoffs({ clinical: { mean: 20, sd: 0 }, functional: { mean: 40, sd: 0 } })
    expect(c).toBe(30)
  })

  it.each([
    { mean: Number.NaN, sd: 1 },
    { mean: 1, sd: -1 },
    { mean: 1e200, sd: 1 },
  ])('refuses %j', (wrong) => {
    expect(() => clinicalCutoffs({ clinical: wrong, functional: { mean: 4, sd: 2 } })).toThrow(RangeError)
  })
})
