import { describe, expect, it } from 'vitest'
import { usualFrom } from './usual.ts'

function usualOf(...scores: (number | null)[]) {
  return usualFrom(scores.map((score, index) => ({ sessionNumber: index + 1, score })))
}

describe('the usual', () => {
  it('is the mean of the earlier ratings, and the newest is set against it', () => {
    expect(usualOf(7, 8, 7, 8, 7.5, 4)).toEqual({
      sessionNumber: 6,
      latest: 4,
      usual: 7.5,
      earlierRatings: 5,
      departure: -3.5,
      isUnusual: true,
    })
  })

  it('is not known from fewer than five earlier ratings, however many sessions there were', () => {
    expect(usualOf(7, 8, 7, 8, 4)).toBeNull()
    expect(usualOf(7, null, 8, null, null, 7, 8, 4)).toBeNull()
  })

  it('is not asked for when the newest session was not rated', () => {
    expect(usualOf(7, 8, 7, 8, 7, 4, null)).toBeNull()
    expect(usualFrom([])).toBeNull()
  })

  it('calls a departure unusual from two points on', () => {
    expect(usualOf(7, 7, 7, 7, 7, 5.1)?.isUnusual).toBe(false)
    expect(usualOf(7, 7, 7, 7, 7, 5)?.isUnusual).toBe(true)
    expect(usualOf(7, 7, 7, 7, 7, 9)?.isUnusual).toBe(true)
  })

  it('asks for more where the ratings swing anyway', () => {
    // Moving ranges of 4: a spread of 3.55, so that 7.09 points are needed.
    expect(usualOf(9, 5, 9, 5, 9, 2)?.isUnusual).toBe(false)
    expect(usualOf(9, 5, 9, 5, 9, 0)?.isUnusual).toBe(true)
  })

  it('takes no distance across a gap', () => {
    // The four neighbours that remain never differ; across the gap there would be a range of 4.
    expect(usualOf(9, 9, 9, null, 5, 5, 5, 4.5)?.isUnusual).toBe(true)
  })
})
