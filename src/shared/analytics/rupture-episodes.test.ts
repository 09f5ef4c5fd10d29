import { describe, expect, it } from 'vitest'
import { ruptureEpisodes } from './index.ts'
import type { RuptureOptions, Series } from './index.ts'

const scale = { scaleRange: 10, step: 0.5 } satisfies RuptureOptions
const steady = [7.5, 7, 7.5, 8, 7.5, 7.5, 8] as const

function only(series: Series, options: RuptureOptions = scale) {
  const episodes = ruptureEpisodes(series, options)
  expect(episodes).toHaveLength(1)
  return episodes[0]!
}

describe('ruptureEpisodes', () => {
  it('reproduces the case of the specification: depth 3.686 spreads from 7.5714, repaired at index 8', () => {
    const episode = only([...steady, 4.5, 7, 7.5])
    expect(episode).toMatchObject({
      peak: 6,
      trough: 7,
      troughScore: 4.5,
      level: 'rupture',
      spreadSetBy: 'between',
      state: 'repaired',
      end: 8,
      missed: [],
    })
    expect(episode.reference).toBeCloseTo(7.5714, 4)
    expect(episode.spread).toBeCloseTo(0.8333, 4)
    expect(episode.depth).toBeCloseTo(3.686, 3)
  })

  it('measures from the usual level if the peak was a lucky high', () => {
    const episode = only([5, 5, 5, 5, 9, 3.5, 5])
    expect(episode.reference).toBeCloseTo(5.8, 10)
    expect(ruptureEpisodes([5, 5, 5, 5, 9, 5.5, 5.5], scale)).toEqual([])
  })

  it('judges no decline before the fifth rating', () => {
    expect(ruptureEpisodes([7, 7, 7, 7, 3, 7], scale)).toEqual([])
    expect(ruptureEpisodes([7, 7, 7, 7, 7, 3, 7], scale)).toHaveLength(1)
    expect(ruptureEpisodes([7, null, 7, 7, 7, 3, 7], scale)).toEqual([])
    expect(ruptureEpisodes([7, 7, 3, 7], { ...scale, minimumRatings: 2 })).toHaveLength(1)
  })

  it('continues through ties and falls, down to the first of the lowest ratings', () => {
    const episode = only([...steady, 6.5, 6.5, 5, 5])
    expect(episode).toMatchObject({ peak: 6, trough: 9, troughScore: 5, state: 'open', end: null })
  })

  it('starts at the last of equal ratings before the fall', () => {
    expect(only([...steady, 8, 8, 4])).toMatchObject({ peak: 8, trough: 9 })
  })

  it('crosses a gap inside a decline and says so', () => {
    const episode = only([...steady, null, 4.5, 8])
    expect(episode).toMatchObject({ peak: 6, trough: 8, end: 9, missed: [7] })
  })

  it('calls a shallow fall a dip, and a fall on the line itself rupture-level', () => {
    const flat = [7, 7, 7, 7, 7]
    const options = { ...scale, betweenSd: 1 }
    expect(ruptureEpisodes([...flat, 6.5], options)).toEqual([])
    expect(only([...flat, 6], options)).toMatchObject({ level: 'dip', depth: 1 })
    expect(only([...flat, 5], options).level).toBe('dip')
    expect(only([...flat, 4.5], options)).toMatchObject({ level: 'rupture', depth: 2.5 })
  })

  it("uses the client's own spread if it is the largest, and says which one it used", () => {
    const restless = [4, 8, 5, 8, 4, 9, 2]
    expect(ruptureEpisodes(restless, scale).at(-1)?.spreadSetBy).toBe('within')
    expect(only([7, 7, 7, 7, 7, 5], { ...scale, betweenSd: 0 })).toMatchObject({
      spread: 0.25,
      spreadSetBy: 'floor',
    })
    // Three moving ranges are too few to know this client's spread.
    expect(only([4, 8, null, 5, 8, null, 9, 2, 9], scale).spreadSetBy).toBe('between')
  })

  it('leaves the fall itself out of its yardstick', () => {
    const shallow = only([...steady, 4.5])
    const deep = only([...steady, 0.5])
    expect(deep.spread).toBe(shallow.spread)
    expect(deep.reference).toBe(shallow.reference)
  })

  describe('repair', () => {
    const flat = [8, 8, 8, 8, 8]
    const fallen = [...flat, 4]

    it('is reached exactly on the line of three quarters regained', () => {
      expect(only([...fallen, 7])).toMatchObject({ state: 'repaired', end: 6 })
      expect(only([...fallen, 6.5])).toMatchObject({ state: 'open', end: null })
    })

    it('stays open while the window runs and is settled at its end', () => {
      expect(only([...fallen, 5, 5])).toMatchObject({ state: 'open', end: null })
      expect(only([...fallen, 5, 5, 5])).toMatchObject({ state: 'unrepaired', end: 8 })
      expect(only([...fallen, 5, 6, 5])).toMatchObject({ state: 'partly-repaired', end: 8 })
    })

    it('comes too late after the window', () => {
      expect(only([...fallen, 5, 5, 5, 8])).toMatchObject({ state: 'unrepaired', end: 8 })
      expect(only([...fallen, 5, 5, 5, 8], { ...scale, windowSessions: 4 })).toMatchObject({
        state: 'repaired',
        end: 9,
      })
    })

    it('counts every session without a rating in its window, and says so', () => {
      expect(only([...fallen, null, null, null, 8])).toMatchObject({
        state: 'unrepaired',
        end: 8,
        missed: [6, 7, 8],
      })
      expect(only([...fallen, null])).toMatchObject({ state: 'open', missed: [6] })
      expect(only([...fallen, null, 8, null])).toMatchObject({ state: 'repaired', missed: [6] })
    })

    it('starts again from a new low, which becomes the trough of the same episode', () => {
      const episode = only([...fallen, 5, 3, 4, 4, 7])
      expect(episode).toMatchObject({ peak: 4, trough: 7, troughScore: 3, state: 'repaired', end: 10 })
      expect(episode.depth).toBeCloseTo(6, 10)
    })

    it('can turn a dip into a rupture by a new low', () => {
      expect(only([...flat, 6.5, 7, 5])).toMatchObject({ level: 'rupture', trough: 7, state: 'open' })
    })

    it('frees its last session to be the peak of the next decline', () => {
      const episodes = ruptureEpisodes([...fallen, 8, 3, 8], scale)
      expect(episodes.map(({ peak, trough, end }) => [peak, trough, end])).toEqual([
        [4, 5, 6],
        [6, 7, 8],
      ])
    })
  })

  it('finds nothing without ratings to judge', () => {
    for (const series of [[], [null, null], [5], [5, 5, 5, 5, 5, 5], [1, 2, 3, 4, 5, 6, 7]]) {
      expect(ruptureEpisodes(series, scale)).toEqual([])
    }
    expect(ruptureEpisodes([...steady, 4], { scaleRange: Number.NaN, step: 1 })).toEqual([])
    expect(ruptureEpisodes([...steady, 4], { scaleRange: 10, step: 1, windowSessions: -1 })).toEqual([])
    expect(ruptureEpisodes([8, 8, 8, 8, 8, 4], { scaleRange: 0, step: 0 })).toEqual([])
  })
})
