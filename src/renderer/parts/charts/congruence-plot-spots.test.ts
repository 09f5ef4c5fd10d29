import { describe, expect, test } from 'vitest'
import { latestWordPlace } from './congruence-plot-latest.ts'
import {
  areCountsShown,
  congruenceGeometry,
  congruenceSpots,
  crowdOf,
  spotAt,
} from './congruence-plot-spots.ts'
import type { CongruencePair } from './congruence-plot-spots.ts'

const scale = { scaleBottom: 0, scaleTop: 10 }

function drawn(all: readonly CongruencePair[], width = 640) {
  const spots = congruenceSpots(all)
  return { spots, geometry: congruenceGeometry(width, scale, crowdOf(spots)) }
}

function pairs(...ratings: [client: number, therapist: number][]) {
  return ratings.map(([client, therapist], index) => ({
    number: index + 1,
    date: '2025-03-01',
    client,
    therapist,
  }))
}

describe('spots', () => {
  test('sessions with the same two ratings share one, and no rating is moved', () => {
    const spots = congruenceSpots(pairs([7, 6], [5, 5], [7, 6], [6, 7]))
    expect(spots).toEqual([
      { client: 7, therapist: 6, indices: [0, 2], isLatest: false },
      { client: 5, therapist: 5, indices: [1], isLatest: false },
      { client: 6, therapist: 7, indices: [3], isLatest: true },
    ])
  })

  test('the latest session marks its spot even if earlier ones share it', () => {
    expect(congruenceSpots(pairs([7, 6], [7, 6])).map(({ isLatest }) => isLatest)).toEqual([true])
  })

  test('the area counts the sessions', () => {
    const { geometry } = drawn(pairs([7, 6]))
    expect(geometry.radius(4) ** 2).toBeCloseTo(4 * geometry.radius(1) ** 2)
  })

  test('marks grow with room and never hide each other, in any crowd and width', () => {
    const crowd = pairs(
      ...Array.from({ length: 500 }, (_, index): [number, number] => [
        4 + ((index * 7) % 11) / 2,
        4 + ((index * 3) % 9) / 2,
      ]),
    )
    for (const width of [320, 640, 1280]) {
      const { spots, geometry } = drawn(crowd, width)
      const touching = spots.flatMap((spot, index) =>
        spots.slice(index + 1).filter((other) => {
          const distance = Math.hypot(
            geometry.x(spot.client) - geometry.x(other.client),
            geometry.y(spot.therapist) - geometry.y(other.therapist),
          )
          const radii = geometry.radius(spot.indices.length) + geometry.radius(other.indices.length)
          return distance < radii - 0.001
        }),
      )
      expect(touching, `${width} px`).toEqual([])
    }
  })

  test('a spot of many sessions alone stays a mark, with its number', () => {
    const { spots, geometry } = drawn(pairs(...Array.from({ length: 90 }, (): [number, number] => [5, 5])))
    expect(geometry.radius(90)).toBe(18)
    expect(areCountsShown(spots, geometry)).toBe(true)
  })

  test('numbers are left out together once a mark has no room for its own', () => {
    const { spots, geometry } = drawn(pairs([5, 5], [5, 5], [5.2, 5], [5.2, 5]))
    expect(areCountsShown(spots, geometry)).toBe(false)
  })

  test('the pointer finds the nearest spot, or none if all are far away', () => {
    const { spots, geometry } = drawn(pairs([7, 6], [2, 2]))
    expect(spotAt(spots, geometry, geometry.x(7) + 5, geometry.y(6))?.client).toBe(7)
    expect(spotAt(spots, geometry, geometry.x(5), geometry.y(9))).toBeNull()
  })
})

describe('the word of the latest session', () => {
  const placeFor = (...ratings: [number, number][]) => {
    const { spots, geometry } = drawn(pairs(...ratings))
    return latestWordPlace(spots, geometry)
  }

  test('is inside the square', () => {
    expect(placeFor([10, 5])?.x).not.toBeGreaterThan(0)
    expect(placeFor([0, 5])?.x).not.toBeLessThan(0)
    expect(placeFor([5, 10])?.y).not.toBeLessThan(0)
  })

  test('keeps clear of other marks', () => {
    const place = placeFor([6, 5], [5, 6], [4, 5], [5, 5])
    expect(place).toMatchObject({ x: 0, line: null })
    expect(place?.y).toBeGreaterThan(0)
  })

  test('in the middle of a crowd stands outside it, with a line to its mark', () => {
    const crowd = Array.from({ length: 81 }, (_, index): [number, number] => [
      3 + (index % 9) / 2,
      3 + Math.floor(index / 9) / 2,
    ])
    const place = placeFor(...crowd, [5, 5])
    expect(place?.line).not.toBeNull()
    expect(Math.hypot(place?.x ?? 0, place?.y ?? 0)).toBeGreaterThan(2 * 40)
  })
})
