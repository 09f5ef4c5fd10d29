import { describe, expect, it } from 'vitest'
import { westernElectric } from './index.ts'

const zones = { centre: 0, sigma: 1 }
const none = { rule1: [], rule2: [], rule3: [], rule4: [] }

describe('westernElectric, rules as in NIST handbook 6.3.2', () => {
  it('reproduces the gap widths of the SAS/QC manual (SHWTEST): two of three beyond 2 sigma at sample 14 alone', () => {
    const means = [
      270, 258, 248, 260, 273, 260, 259, 248, 260, 255, 268, 253, 273, 275, 257, 269, 249, 264, 258, 248, 248,
    ]
    const ranges = [35, 25, 24, 39, 29, 21, 37, 37, 28, 19, 36, 36, 29, 22, 24, 41, 36, 31, 25, 36, 30]
    const average = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    // Means of five parts each: sigma = mean range / 2.326 / sqrt(5).
    const sigma = average(ranges) / 2.326 / Math.sqrt(5)
    const { rule1, rule2 } = westernElectric(means, { centre: average(means), sigma })
    expect(rule1).toEqual([])
    expect(rule2.map((index) => index + 1)).toEqual([14])
  })

  it('flags one point beyond 3 sigma, on either side, but not on the line', () => {
    expect(westernElectric([0, 3.1, -3.1, 3, -3], zones).rule1).toEqual([1, 2])
  })

  it('flags the second of two points in three beyond 2 sigma on the same side', () => {
    expect(westernElectric([2.1, 0, 2.1], zones)).toEqual({ ...none, rule2: [2] })
    expect(westernElectric([-2.1, -2.1, 0], zones)).toEqual({ ...none, rule2: [1] })
    expect(westernElectric([2.1, 0, 0, 2.1], zones)).toEqual(none)
    expect(westernElectric([2.1, -2.1, 0], zones)).toEqual(none)
  })

  it('flags the fourth of four points in five beyond 1 sigma on the same side', () => {
    expect(westernElectric([1.1, 1.1, 0, 1.1, 1.1], zones)).toEqual({ ...none, rule3: [4] })
    expect(westernElectric([-1.1, 1.1, -1.1, -1.1, -1.1], zones)).toEqual({ ...none, rule3: [4] })
    expect(westernElectric([1.1, 1.1, 0, 0, 1.1, 1.1], zones)).toEqual(none)
  })

  it('flags the eighth in a row on one side, and every further one', () => {
    const run = Array.from({ length: 9 }, () => 0.5)
    expect(westernElectric(run, zones)).toEqual({ ...none, rule4: [7, 8] })
    expect(westernElectric(run.with(3, 0), zones)).toEqual(none)
    expect(westernElectric(run.with(3, -0.5), zones)).toEqual(none)
  })

  it('ends every run at a gap', () => {
    expect(westernElectric([2.1, null, 2.1], zones)).toEqual(none)
    expect(westernElectric([1.1, 1.1, null, 1.1, 1.1], zones)).toEqual(none)
    expect(westernElectric([0.5, 0.5, 0.5, 0.5, null, 0.5, 0.5, 0.5, 0.5], zones)).toEqual(none)
  })

  it('neither hides a single point nor shifts an index because of a gap', () => {
    expect(westernElectric([null, 3.1, null], zones).rule1).toEqual([1])
  })

  it('finds no signal in a constant series on its own centre, with no sigma at all', () => {
    const constant = Array.from({ length: 12 }, () => 7.1)
    expect(westernElectric(constant, { centre: 7.1, sigma: 0 })).toEqual(none)
  })

  it('finds nothing in an empty series or with unusable zones', () => {
    expect(westernElectric([], zones)).toEqual(none)
    expect(westernElectric([5], { centre: Number.NaN, sigma: 1 })).toEqual(none)
    expect(westernElectric([5], { centre: 0, sigma: -1 })).toEqual(none)
    expect(westernElectric([5], { centre: 0, sigma: Number.POSITIVE_INFINITY })).toEqual(none)
  })
})
