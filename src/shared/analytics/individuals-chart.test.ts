import { describe, expect, it } from 'vitest'
import { individualsChart } from './index.ts'

const flowRates = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]

describe('individualsChart', () => {
  it('reproduces NIST handbook 6.3.2.2: centre 50.81, mean moving range 1.8778, limits 45.8159 and 55.8041', () => {
    const chart = individualsChart(flowRates)
    expect(chart?.centre).toBeCloseTo(50.81, 10)
    expect(chart?.meanMovingRange).toBeCloseTo(1.8778, 4)
    expect(chart?.lower).toBeCloseTo(45.8159, 3)
    expect(chart?.upper).toBeCloseTo(55.8041, 3)
    expect(chart?.beyond).toEqual([])
  })

  it('lets no moving range cross a gap', () => {
    expect(individualsChart([4, 6, null, 16, 18])).toMatchObject({ centre: 11, meanMovingRange: 2 })
  })

  it('sets limits by the baseline alone and judges every session by them', () => {
    const series = [7, 8, null, 7, 8, 7, 1, 8]
    expect(individualsChart(series)?.beyond).toEqual([])
    expect(individualsChart(series, { baseline: 4 })).toMatchObject({ centre: 7.5, beyond: [6] })
  })

  it('gives a constant series limits on its own level, with nothing beyond them', () => {
    expect(individualsChart([7.1, 7.1, 7.1])).toEqual({
      centre: 7.1,
      sigma: 0,
      lower: 7.1,
      upper: 7.1,
      meanMovingRange: 0,
      beyond: [],
    })
  })

  it('is null if no two neighbouring sessions are rated', () => {
    for (const series of [[], [null], [7], [7, null, 6], [Number.NaN, 7]]) {
      expect(individualsChart(series)).toBeNull()
    }
    expect(individualsChart([7, 8, 7], { baseline: 1 })).toBeNull()
    expect(individualsChart([7, 8, 7], { baseline: Number.NaN })).toBeNull()
  })
})
