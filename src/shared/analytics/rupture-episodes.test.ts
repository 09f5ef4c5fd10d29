import { describe, expect, it } from 'vitest'
import { ruptureEpisodes } from './index.ts'
import type { RuptureOptions, Series } from './index.ts'
import { depthAfter } from './rupture-spread.ts'

const scale = { scaleRange: 10, step: 0.5 } satisfies RuptureOptions
const steady = [7.5, 7, 7.5, 8, 7.5, 7.5, 7, 8] as const
const flat = [8, 8, 8, 8, 8, 8, 8, 8]

function only(series: Series, options: RuptureOptions = scale) {
  const episodes = ruptureEpisodes(series, options)
  expect(episodes).toHaveLength(1)
  return episodes[0]!
}

describe('ruptureEpisodes', () => {
  it('measures a fall by hand: mean of six, spread around the line, repaired at index 9', () => {
    const episode = only([...steady, 4.5, 7, 7.5])
    expect(episode).toMatchObject({
      peak: 7,
      trough: 8,
      troughScore: 4.5,
      level: 'rupture',
      knownFrom: 'share-of-range',
      state: 'repaired',
      end: 9,
      missed: [],
    })
    // The newest six: 7.5, 8, 7.5, 7.5, 7, 8.
    expect(episode.reference).toBeCloseTo(45.5 / 6, 10)
    // Least squares by hand: squares 1, products with the session 1.5, so 1 - 1.5² / 42 is left around the line.
    const aroundTheLine = (1 - 1.5 ** 2 / 42) / 6
    expect(episode.ownSpread).toBeCloseTo(Math.sqrt(aroundTheLine), 10)
    expect(episode.ownShare).toBe(0.75)
    expect(episode.spread).toBeCloseTo(Math.sqrt(0.75 * aroundTheLine + 0.25 * 0.04), 10)
    expect(episode.depth).toBeCloseTo((45.5 / 6 - 4.5) / episode.spread, 10)
  })

  it('measures from the usual level if the peak was a lucky high', () => {
    const usual = [5, 5.5, 4.5, 5, 5.5, 4.5, 5]
    expect(only([...usual, 9, 0.5, 5]).reference).toBeCloseTo((4.5 + 5 + 5.5 + 4.5 + 5 + 9) / 6, 10)
    expect(ruptureEpisodes([...usual, 9, 5, 5], scale)).toEqual([])
  })

  it('measures from the newest ratings, so that growth does not hide a fall', () => {
    const growing = [3, 3.5, 4, 4, 4.5, 5, 5.5, 5.5, 6, 6.5, 7, 7]
    expect(only([...growing, 4.5]).reference).toBeCloseTo((5.5 + 5.5 + 6 + 6.5 + 7 + 7) / 6, 10)
    expect(ruptureEpisodes([...growing, 4.5], { ...scale, referenceRatings: 30 })).toEqual([])
  })

  it('judges no decline before the eighth rating', () => {
    expect(ruptureEpisodes([...flat.slice(1), 3, 8], scale)).toEqual([])
    expect(ruptureEpisodes([...flat, 3, 8], scale)).toHaveLength(1)
    expect(ruptureEpisodes([null, ...flat.slice(1), 3, 8], scale)).toEqual([])
    expect(ruptureEpisodes([8, 8, 8, 8, 8, 3, 8], { ...scale, ratingsBeforeFall: 5 })).toHaveLength(1)
  })

  it('raises nothing on a single item of few steps', () => {
    expect(ruptureEpisodes([...flat, 1], { scaleRange: 6, step: 1 })).toEqual([])
    expect(ruptureEpisodes([...flat, 1], { scaleRange: 10, step: 1 })).toHaveLength(1)
  })

  it('continues through ties and falls, down to the first of the lowest ratings', () => {
    const episode = only([...steady, 6.5, 6.5, 5, 5])
    expect(episode).toMatchObject({ peak: 7, trough: 10, troughScore: 5, state: 'open', end: null })
  })

  it('starts at the last of equal ratings before the fall', () => {
    expect(only([...steady, 8, 8, 4])).toMatchObject({ peak: 9, trough: 10 })
  })

  it('crosses a gap inside a decline and says so', () => {
    const episode = only([...steady, null, 4.5, 8])
    expect(episode).toMatchObject({ peak: 7, trough: 9, end: 10, missed: [8] })
  })

  it('asks for more depth after few ratings than after many', () => {
    const after = (degreesOfFreedom: number) => depthAfter(3.2, { residualSd: 0, degreesOfFreedom })
    // Student's t at the same probability, integrated numerically: 4.789 with 8 degrees of freedom, 3.527 with 30.
    expect(after(6)).toBeCloseTo(4.684, 3)
    expect(after(6) / 4.789).toBeGreaterThan(0.97)
    expect(after(28)).toBeCloseTo(3.527, 2)
    expect(after(1e9)).toBeCloseTo(3.2, 6)
  })

  it('calls a shallow fall a dip, and a fall on the line itself rupture-level', () => {
    const { ruptureFrom, dipFrom, spread } = only([...flat, 4])
    const at = (depth: number) => [...flat, 8 - depth * spread]
    const fine = { ...scale, step: 0.001 }
    expect(ruptureEpisodes(at(dipFrom - 0.01), fine)).toEqual([])
    expect(only(at(dipFrom), fine).level).toBe('dip')
    expect(only(at(ruptureFrom - 0.01), fine).level).toBe('dip')
    expect(only(at(ruptureFrom), fine).level).toBe('rupture')
  })

  it('draws the yardstick towards what is known of the scale, and says from where', () => {
    const known = { kind: 'published', points: 1.5 } as const
    const episode = only([...steady, 1], { ...scale, known })
    expect(episode).toMatchObject({ knownFrom: 'published', knownSpread: 1.5 })
    expect(episode.spread).toBeGreaterThan(only([...steady, 1]).spread)
    const long = Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? 7 : 8))
    expect(only([...long, 1], { ...scale, known }).spread).toBeCloseTo(
      only([...long, 1], { ...scale, known: null }).spread,
      0,
    )
  })

  it('never measures a fall with less than a fortieth of the range', () => {
    expect(only([...flat, 4])).toMatchObject({ spread: 0.25, leastSpread: 0.25, ownSpread: 0 })
    expect(ruptureEpisodes([...flat, 7.5], scale)).toEqual([])
  })

  it('leaves the fall itself out of its yardstick', () => {
    const shallow = only([...steady, 4.5])
    const deep = only([...steady, 0.5])
    expect(deep.spread).toBe(shallow.spread)
    expect(deep.reference).toBe(shallow.reference)
  })

  it('finds a second rupture, because the first one counts as a shallower fall afterwards', () => {
    const course = [...steady, 3, 7.5, 7.5, 7, 8, 7.5, 7.5, 4.5, 7.5]
    expect(ruptureEpisodes(course, scale).map(({ trough, level }) => [trough, level])).toEqual([
      [8, 'rupture'],
      [15, 'rupture'],
    ])
  })

  describe('repair', () => {
    const fallen = [...flat, 4]

    it('is reached exactly on the line of three quarters regained', () => {
      expect(only([...fallen, 7])).toMatchObject({ state: 'repaired', end: 9 })
      expect(only([...fallen, 6.5])).toMatchObject({ state: 'open', end: null })
    })

    it('stays open while the window runs and is settled at its end', () => {
      expect(only([...fallen, 5, 5])).toMatchObject({ state: 'open', end: null })
      expect(only([...fallen, 5, 5, 5])).toMatchObject({ state: 'unrepaired', end: 11 })
      expect(only([...fallen, 5, 6, 5])).toMatchObject({ state: 'partly-repaired', end: 11 })
    })

    it('comes too late after the window', () => {
      expect(only([...fallen, 5, 5, 5, 8])).toMatchObject({ state: 'unrepaired', end: 11 })
      expect(only([...fallen, 5, 5, 5, 8], { ...scale, windowSessions: 4 })).toMatchObject({
        state: 'repaired',
        end: 12,
      })
    })

    it('counts every session without a rating in its window, and says so', () => {
      expect(only([...fallen, null, null, null, 8])).toMatchObject({
        state: 'unrepaired',
        end: 11,
        missed: [9, 10, 11],
      })
      expect(only([...fallen, null])).toMatchObject({ state: 'open', missed: [9] })
      expect(only([...fallen, null, 8, null])).toMatchObject({ state: 'repaired', missed: [9] })
    })

    it('starts again from a new low, which becomes the trough of the same episode', () => {
      const episode = only([...fallen, 5, 3, 4, 4, 7])
      expect(episode).toMatchObject({ peak: 7, trough: 10, troughScore: 3, state: 'repaired', end: 13 })
      expect(episode.depth).toBeCloseTo(20, 10)
    })

    it('can turn a dip into a rupture by a new low', () => {
      expect(only([...flat, 7, 7.5, 5])).toMatchObject({ level: 'rupture', trough: 10, state: 'open' })
    })

    it('frees its last session to be the peak of the next decline', () => {
      const episodes = ruptureEpisodes([...fallen, 8, 3, 8], scale)
      expect(episodes.map(({ peak, trough, end }) => [peak, trough, end])).toEqual([
        [7, 8, 9],
        [9, 10, 11],
      ])
    })
  })

  it('finds nothing without ratings to judge', () => {
    for (const series of [[], [null, null], [5], [...flat, 8], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]]) {
      expect(ruptureEpisodes(series, scale)).toEqual([])
    }
    expect(ruptureEpisodes([...steady, 4], { scaleRange: Number.NaN, step: 1 })).toEqual([])
    expect(ruptureEpisodes([...steady, 4], { scaleRange: 10, step: 1, windowSessions: -1 })).toEqual([])
    expect(
      ruptureEpisodes([...steady, 4], { ...scale, known: { kind: 'pooled', points: Number.NaN } }),
    ).toEqual([])
    expect(ruptureEpisodes([...flat, 4], { scaleRange: 0, step: 0 })).toEqual([])
  })
})
