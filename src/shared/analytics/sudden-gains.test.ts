import { describe, expect, it } from 'vitest'
import { suddenGains } from './index.ts'

const options = { threshold: 7 }

describe('suddenGains', () => {
  it('finds the gain of the R package suddengains (check_interval): 32 31 33 then 5 6 7, cut-off 7', () => {
    expect(suddenGains([32, 31, 33, 5, 6, 7], options)).toEqual([{ index: 3, size: 28 }])
  })

  it('also finds it with one rating missing on each side, as in its third example', () => {
    expect(suddenGains([null, 31, 33, 5, null, 7], options)).toEqual([{ index: 3, size: 28 }])
  })

  it('needs the drop itself between two neighbouring rated sessions', () => {
    expect(suddenGains([32, 31, 33, null, 5, 6, 7], options)).toEqual([])
  })

  it('needs two ratings on each side', () => {
    expect(suddenGains([33, 5, 6, 7], options)).toEqual([])
    expect(suddenGains([32, 31, 33, 5], options)).toEqual([])
    expect(suddenGains([31, 33, 5, 6], options)).toHaveLength(1)
  })

  it('needs the threshold, met exactly', () => {
    expect(suddenGains([20, 20, 20, 13, 13, 13], options)).toEqual([{ index: 3, size: 7 }])
    expect(suddenGains([20, 20, 20, 13.5, 13, 13], options)).toEqual([])
  })

  it('loses no drop to rounding: 0.7 - 0.4 is slightly less than 0.3', () => {
    expect(suddenGains([0.7, 0.7, 0.7, 0.4, 0.4, 0.4], { threshold: 0.3 })).toHaveLength(1)
    expect(suddenGains([0.7, 0.7, 0.7, 0.41, 0.4, 0.4], { threshold: 0.3 })).toEqual([])
  })

  it('needs a quarter of the score before', () => {
    expect(suddenGains([28, 28, 28, 21, 21, 21], options)).toHaveLength(1)
    expect(suddenGains([32, 32, 32, 25, 25, 25], options)).toEqual([])
  })

  it('needs stability: the critical value is 2.776 pooled standard deviations with three on each side', () => {
    // Means 20 and 12, and a pooled standard deviation of exactly 8 / 2.776 lies between these two cases.
    expect(suddenGains([17.2, 20, 22.8, 9.2, 12, 14.8], options)).toHaveLength(1)
    expect(suddenGains([17.1, 20, 22.9, 9.1, 12, 14.9], options)).toEqual([])
  })

  it('asks for 3.182 with five ratings and 4.303 with four', () => {
    // Five: variances 2 and 1 pool to (2 + 2) / 3; 3.182 * 1.1547 = 3.674.
    const five = (drop: number) => [null, 19, 21, 21 - drop, 21 - drop + 1, 21 - drop + 2]
    expect(suddenGains(five(5.7), { threshold: 1 })).toHaveLength(1)
    expect(suddenGains(five(5.6), { threshold: 1 })).toEqual([])
    // Four: variances 2 and 2 pool to 2; 4.303 * 1.414 = 6.085.
    const four = (drop: number) => [null, 19, 21, 21 - drop, 21 - drop + 2, null]
    expect(suddenGains(four(8.1), { threshold: 1 })).toHaveLength(1)
    expect(suddenGains(four(8), { threshold: 1 })).toEqual([])
  })

  it('finds nothing in an empty series, in a rise, or with an unusable threshold', () => {
    expect(suddenGains([], options)).toEqual([])
    expect(suddenGains([5, 6, 7, 32, 31, 33], options)).toEqual([])
    expect(suddenGains([32, 31, 33, 5, 6, 7], { threshold: Number.NaN })).toEqual([])
    expect(suddenGains([5, 5, 5, 5, 5, 5], { threshold: 0 })).toEqual([])
  })
})
