import { describe, expect, test } from 'vitest'
import { laneCount, placeEpisodes } from './episode-lanes.ts'
import { placeFlags } from './flag-places.ts'
import { spreadLabels } from './line-labels.ts'
import { longBreaks } from './long-breaks.ts'
import { sparklinePath } from './sparkline-path.ts'
import { axisTicks, nearestSession, scoreTicks, trajectoryGeometry } from './trajectory-geometry.ts'
import type { TrajectoryEpisode } from './trajectory-types.ts'

const geometry = trajectoryGeometry({
  width: 792,
  plotHeight: 200,
  sessionCount: 20,
  scaleTop: 10,
  hasFlags: true,
  laneCount: 1,
})

function episode(label: string, peakIndex: number, endIndex: number | null): TrajectoryEpisode {
  return {
    label,
    state: endIndex === null ? 'open' : 'repaired',
    level: 'rupture',
    peakIndex,
    troughIndex: peakIndex + 1,
    endIndex,
  }
}

describe('geometry', () => {
  test('the scale runs from its bottom to its top', () => {
    expect(geometry.y(0)).toBe(geometry.bottom)
    expect(geometry.y(10)).toBe(geometry.top)
  })

  test('every session is found at its own place, and positions beyond the ends give the end sessions', () => {
    for (let index = 0; index < 20; index++)
      expect(nearestSession(geometry, geometry.x(index), 20)).toBe(index)
    expect(nearestSession(geometry, -50, 20)).toBe(0)
    expect(nearestSession(geometry, 5000, 20)).toBe(19)
    expect(nearestSession(geometry, 100, 0)).toBeNull()
  })

  test('numbers on the axis never crowd, however many sessions there are', () => {
    for (const count of [3, 20, 137, 500]) {
      const spacing = 600 / count
      const ticks = axisTicks(
        Array.from({ length: count }, (_, index) => index + 1),
        spacing,
      )
      expect(ticks[0]).toBe(0)
      const distances = ticks.slice(1).map((tick, order) => (tick - (ticks[order] ?? 0)) * spacing)
      for (const distance of distances) expect(distance).toBeGreaterThanOrEqual(34)
    }
  })

  test.each([
    [10, [0, 2, 4, 6, 8, 10]],
    [27, [0, 9, 18, 27]],
    [21, [0, 7, 14, 21]],
    [3, [0, 1, 2, 3]],
  ])('a scale to %i is ruled from end to end', (top, expected) => {
    expect(scoreTicks(top)).toEqual(expected)
  })
})

describe('brackets', () => {
  const name = (one: TrajectoryEpisode) => `${one.label} repaired`

  test('far apart they share a lane', () => {
    const placed = placeEpisodes([episode('R1', 1, 3), episode('R2', 12, 14)], geometry, 20, name)
    expect(laneCount(placed)).toBe(1)
  })

  test('a second label that would overlap moves one lane down', () => {
    const placed = placeEpisodes([episode('R1', 1, 3), episode('R2', 3, 5)], geometry, 20, name)
    expect(placed.map((place) => place.lane)).toEqual([0, 1])
    expect(placed.map((place) => place.words)).toEqual(['R1 repaired', 'R2 repaired'])
  })

  test('an open episode reaches the last session', () => {
    const [placed] = placeEpisodes([episode('R1', 4, null)], geometry, 20, name)
    expect(placed?.to).toBe(geometry.x(19))
  })

  test('in a crowd the words get shorter and no lane is added', () => {
    const crowd = Array.from({ length: 12 }, (_, index) => episode(`R${index + 1}`, index, index + 1))
    const placed = placeEpisodes(crowd, geometry, 20, name)
    expect(placed).toHaveLength(12)
    expect(laneCount(placed)).toBe(3)
    expect(placed.some((place) => place.words === place.episode.label)).toBe(true)
    const tripled = placeEpisodes([...crowd, ...crowd, ...crowd], geometry, 20, name)
    expect(laneCount(tripled)).toBe(3)
    expect(tripled.some((place) => place.words === '')).toBe(true)
  })

  test('no words lie on others, and an episode apart keeps its words', () => {
    const narrow = trajectoryGeometry({
      width: 511,
      plotHeight: 200,
      sessionCount: 500,
      scaleTop: 10,
      hasFlags: true,
      laneCount: 3,
    })
    const crowd = Array.from({ length: 9 }, (_, index) =>
      episode(`R${index + 1}`, 20 + index * 6, 26 + index * 6),
    )
    const placed = placeEpisodes([...crowd, episode('R10', 400, null)], narrow, 500, name)
    const overlapping = placed.filter(({ words, lane, labelX }, index) =>
      placed
        .slice(index + 1)
        .some((next) => words !== '' && next.lane === lane && next.labelX < labelX + 16 + words.length * 7.2),
    )
    expect(overlapping).toEqual([])
    expect(placed.at(-1)?.words).toBe('R10 repaired')
  })

  test('words near the end stay inside the drawing', () => {
    const [placed] = placeEpisodes(
      [episode('R1', 19, 19)],
      geometry,
      20,
      () => 'R1 a very long name for a state indeed',
    )
    expect((placed?.labelX ?? Infinity) + 38 * 7.2).toBeLessThanOrEqual(geometry.width)
  })
})

test('names at line ends move apart, keep their order and stay inside', () => {
  const spread = spreadLabels(
    [
      { id: 'client', y: 198 },
      { id: 'therapist', y: 196 },
      { id: 'mean', y: 60 },
    ],
    { distance: 18, top: 20, bottom: 200 },
  )
  expect(spread.map((label) => label.id)).toEqual(['mean', 'therapist', 'client'])
  expect(spread.map((label) => label.y)).toEqual([60, 182, 200])
})

test('flags put their words on a side with room, or leave them out', () => {
  const words = placeFlags(
    [
      { index: 2, text: 'Therapist saw a withdrawal' },
      { index: 3, text: 'Client named it' },
      { index: 19, text: 'A long report that does not fit behind it' },
    ],
    geometry,
  ).map((flag) => flag.words)
  expect(words).toEqual(['none', 'after', 'before'])
})

test('words before a flag keep clear of the previous flag', () => {
  const wordsAt = (...places: [number, string][]) =>
    placeFlags(
      places.map(([index, text]) => ({ index, text })),
      geometry,
    ).map((flag) => flag.words)
  const long = 'A long report that does not fit behind it'
  expect(wordsAt([14, 'Confrontation, tripled in it'], [18, 'Withdrawal'], [19, long])).toEqual([
    'before',
    'none',
    'none',
  ])
  expect(wordsAt([2, 'Withdrawal'], [19, long])).toEqual(['after', 'before'])
})

test('a break counts from day 22 on', () => {
  const dates = ['2025-03-01', '2025-03-22', '2025-04-13'].map((date) => ({ date }))
  expect(longBreaks(dates)).toEqual([{ index: 2, weeks: 3 }])
})

test('a sparkline breaks at gaps and keeps a rating between two gaps', () => {
  const path = sparklinePath([5, null, 5, 5], { bottom: 0, top: 10 })
  expect(path.match(/M/g)).toHaveLength(2)
  expect(path).toMatch(/^M[\d.]+ 12h2M/)
})
