import { describe, expect, test } from 'vitest'
import { latestWordPlace } from './congruence-plot-latest.ts'
import { congruenceGeometry, congruenceSpots, spotAt, spotRadius } from './congruence-plot-spots.ts'

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
    expect(spotRadius(4) ** 2).toBeCloseTo(4 * spotRadius(1) ** 2)
  })

  test('the pointer finds the nearest spot, or none if all are far away', () => {
    const spots = congruenceSpots(pairs([7, 6], [2, 2]))
    const geometry = congruenceGeometry(640, { scaleBottom: 0, scaleTop: 10 })
    expect(spotAt(spots, geometry, geometry.x(7) + 5, geometry.y(6))?.client).toBe(7)
    expect(spotAt(spots, geometry, geometry.x(5), geometry.y(9))).toBeNull()
  })
})

describe('the word of the latest session', () => {
  const geometry = congruenceGeometry(640, { scaleBottom: 0, scaleTop: 10 })

  test('is inside the square', () => {
    expect(latestWordPlace(congruenceSpots(pairs([10, 5])), geometry)).not.toBe('right')
    expect(latestWordPlace(congruenceSpots(pairs([0, 5])), geometry)).not.toBe('left')
  })

  test('keeps clear of other marks', () => {
    expect(latestWordPlace(congruenceSpots(pairs([6, 5], [5, 6], [4, 5], [5, 5])), geometry)).toBe('below')
  })
})
