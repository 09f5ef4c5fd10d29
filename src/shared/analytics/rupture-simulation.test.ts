import { describe, expect, it } from 'vitest'
import { falseDips, falseRuptures, onScale, shareFound, stableModels } from './testing/rupture-rates.ts'
import type { CourseModel } from './testing/simulated-courses.ts'

const clients = 2000
const attune = { minimum: 0, maximum: 10, step: 0.25 }
// The shapes of two published forms: a sum of four lines of 10 cm, and the mean of twelve items from 1 to 5.
const srs = { minimum: 0, maximum: 40, step: 0.1 }
const waiSr = { minimum: 1, maximum: 5, step: 1 / 12 }

const named = ({ level, sd, autocorrelation }: CourseModel) =>
  `level ${String(level)}, SD ${String(sd)}, autocorrelation ${String(autocorrelation)}`

describe('Attune rule 1 in 2,000 courses of 30 sessions', () => {
  it.each(stableModels.map((model, index) => [named(model), model, index] as const))(
    'finds at most 0.12 false ruptures per stable client: %s',
    (_name, model, index) => {
      expect(falseRuptures(model, {}, clients, 20260201 + index)).toBeLessThanOrEqual(0.12)
    },
  )

  it.each([
    ['SRS', srs],
    ['WAI-SR', waiSr],
  ])('finds no more false ruptures on the scale of the %s', (_name, scale) => {
    for (const level of [5, 8.5])
      for (const sd of [0.3, 0.6, 1]) {
        const model = onScale({ level, sd, autocorrelation: 0.3 }, scale)
        expect(falseRuptures(model, {}, clients, 20260301)).toBeLessThanOrEqual(0.12)
      }
  })

  describe.each([
    ['Attune', attune],
    ['SRS', srs],
    ['WAI-SR', waiSr],
  ])('on the scale of %s', (_name, scale) => {
    const factor = (scale.maximum - scale.minimum) / 10

    it.each([0.3, 0.45, 0.6, 0.8, 1])('finds 55 %% of drops of four SDs of a client with SD %s', (sd) => {
      const model = onScale({ level: 7, sd }, scale)
      expect(shareFound(model, 4 * sd * factor, {}, { clients, seed: 20260401 })).toBeGreaterThanOrEqual(0.55)
    })

    it('finds 85 % of drops of 3 points in ten', () => {
      const model = onScale({ level: 7, sd: 0.6 }, scale)
      expect(shareFound(model, 3 * factor, {}, { clients, seed: 20260402 })).toBeGreaterThanOrEqual(0.85)
    })

    it('finds 70 % of such drops while the level grows by 3 points in ten', () => {
      const model = onScale({ level: 5, sd: 0.6, growth: 3 }, scale)
      expect(shareFound(model, 3 * factor, {}, { clients, seed: 20260403 })).toBeGreaterThanOrEqual(0.7)
    })
  })

  it('draws at most one dip in two stable courses, where version 1 drew two or three in each', () => {
    for (const sd of [0.3, 0.6, 1]) {
      expect(falseDips({ level: 7.5, sd }, clients, 20260406)).toBeLessThanOrEqual(0.5)
    }
  })

  it('finds few drops of two SDs: the rule is silent rather than wrong', () => {
    const found = shareFound({ level: 7, sd: 0.6 }, 1.2, {}, { clients, seed: 20260404 })
    expect(found).toBeGreaterThan(0.05)
    expect(found).toBeLessThan(0.2)
  })

  it('errs more often near the top of the scale, where ratings can only fall', () => {
    const rate = falseRuptures({ level: 9.5, sd: 1 }, {}, clients, 20260405)
    expect(rate).toBeGreaterThan(0.12)
    expect(rate).toBeLessThan(0.3)
  })
})
