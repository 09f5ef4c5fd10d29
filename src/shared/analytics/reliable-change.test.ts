import { describe, expect, it } from 'vitest'
import { reliableChange } from './index.ts'

describe('reliableChange', () => {
  it('reproduces Jacobson and Truax (1991): SEM 3.35, standard error of a difference 4.74, index 3.16', () => {
    const result = reliableChange({ before: 32.5, after: 47.5, sd: 7.5, reliability: 0.8 })
    expect(result.standardErrorOfMeasurement).toBeCloseTo(3.35, 2)
    expect(result.standardErrorOfDifference).toBeCloseTo(4.74, 2)
    expect(result.index).toBeCloseTo(3.16, 2)
    expect(result.threshold).toBeCloseTo(1.96 * 4.743, 2)
    expect(result.isReliable).toBe(true)
  })

  it('agrees with CECPfuns (C. Evans), whose test prints 9.29692548 points for sd 7.5 and reliability 0.8 at 95 %', () => {
    // Its criterion is the normal quantile itself, not its usual rounding to 1.96.
    const criterion = 1.959963984540054
    const { threshold } = reliableChange({ before: 0, after: 0, sd: 7.5, reliability: 0.8, criterion })
    expect(threshold).toBeCloseTo(9.296925484568419, 12)
  })

  it('gives a fall a negative index and judges it by the same threshold', () => {
    const rise = reliableChange({ before: 10, after: 20, sd: 5, reliability: 0.5 })
    const fall = reliableChange({ before: 20, after: 10, sd: 5, reliability: 0.5 })
    expect(fall.index).toBe(-rise.index)
    expect(fall.isReliable).toBe(rise.isReliable)
  })

  it('calls a change of exactly the threshold not reliable', () => {
    const options = { sd: Math.SQRT1_2, reliability: 0, criterion: 2, before: 0 }
    const { threshold } = reliableChange({ ...options, after: 0 })
    expect(reliableChange({ ...options, after: threshold }).isReliable).toBe(false)
    expect(reliableChange({ ...options, after: threshold + 0.001 }).isReliable).toBe(true)
  })

  it('calls any change reliable without error of measurement, and no change none', () => {
    const exact = { before: 5, sd: 3, reliability: 1 }
    expect(reliableChange({ ...exact, after: 6 })).toMatchObject({
      index: Number.MAX_VALUE,
      isReliable: true,
    })
    expect(reliableChange({ ...exact, after: 5 })).toMatchObject({
      index: 0,
      threshold: 0,
      isReliable: false,
    })
  })

  it('never overflows', () => {
    const huge = { before: -Number.MAX_VALUE, after: Number.MAX_VALUE, sd: 1e-300, reliability: 0.9 }
    expect(reliableChange(huge).index).toBe(Number.MAX_VALUE)
    expect(reliableChange({ ...huge, sd: Number.MAX_VALUE, reliability: 0 }).threshold).toBe(Number.MAX_VALUE)
  })

  it.each([
    { sd: -1 },
    { reliability: 1.1 },
    { reliability: Number.NaN },
    { before: Number.NaN },
    { criterion: -1 },
  ])('refuses %j', (wrong) => {
    expect(() => reliableChange({ before: 1, after: 2, sd: 1, reliability: 0.8, ...wrong })).toThrow(
      RangeError,
    )
  })
})
