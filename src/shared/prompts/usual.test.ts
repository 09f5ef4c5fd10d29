import { describe, expect, it } from 'vitest'
import { usualFrom } from './usual.ts'

function usualOf(...scores: (number | null)[]) {
  return usualFrom(scores.map((score, index) => ({ sessionNumber: index + 1, score })))
}

describe('the usual', () => {
  it('is the mean of the earlier ratings, and the newest is compared with it', () => {
    expect(usualOf(7, 8, 7, 8, 7.5, 4)).toEqual({
      sessionNumber: 6,
      latest: 4,
      usual: 7.5,
      earlierRatings: 5,
      departure: -3.5,
      isUnusual: true,
    })
  })

  it('is unknown with fewer than five earlier ratings, however many sessions there were', () => {
    expect(usualOf(7, 8, 7, 8, 4)).toBeNull()
    expect(usualOf(7, null, 8, null, null, 7, 8, 4)).toBeNull()
  })

  it('is null if the newest session was not rated', () => {
    expect(usualOf(7, 8, 7, 8, 7, 4, null)).toBeNull()
    expect(usualFrom([])).toBeNull()
  })

  it('calls a departure unusual from two points on', () => {
    expect(usualOf(7, 7, 7, 7, 7, 5.1)?.isUnusual).toBe(false)
    expect(usualOf(7, 7, 7, 7, 7, 5)?.isUnusual).toBe(true)
    expect(usualOf(7, 7, 7, 7, 7, 9)?.isUnusual).toBe(true)
  })

  it('requires a larger distance if the ratings vary widely', () => {
    // Moving ranges of 4 give a spread of 3.55, so 7.09 points are needed.
    expect(usualOf(9, 5, 9, 5, 9, 2)?.isUnusual).toBe(false)
    expect(usualOf(9, 5, 9, 5, 9, 0)?.isUnusual).toBe(true)
  })

  it('measures no distance across a gap', () => {
    // The four neighbours that remain never differ; across the gap there would be a range of 4.
    expect(usualOf(9, 9, 9, null, 5, 5, 5, 4.5)?.isUnusual).toBe(true)
  })
})
