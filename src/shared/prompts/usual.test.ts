import { describe, expect, it } from 'vitest'
import { usualFrom } from './usual.ts'

function usualOf(...scores: (number | null)[]) {
  return usualFrom(scores.map((score, index) => ({ sessionNumber: index + 1, score })))
}

describe('the usual', () => {
  it('is the mean of the newest six earlier ratings without the highest and the lowest, and the newest is compared with it', () => {
    expect(usualOf(7, 8, 7, 8, 7, 8, 4)).toMatchObject({
      sessionNumber: 7,
      latest: 4,
      usual: 7.5,
      usualRatings: 6,
      earlierRatings: 6,
      departure: -3.5,
      isUnusual: true,
      before: 0,
    })
  })

  it('grows with the ratings, so that growth does not hide a drop', () => {
    const growing = [4, 4, 5, 5, 5, 6, 6, 6, 7, 7, 7, 8, 8]
    expect(usualOf(...growing, 2)).toMatchObject({ usual: 7.25, isUnusual: true })
  })

  it('is unknown with fewer than six earlier ratings, however many sessions there were', () => {
    expect(usualOf(7, 8, 7, 8, 7, 4)).toBeNull()
    expect(usualOf(7, null, 8, null, null, 7, 8, 7, 4)).toBeNull()
  })

  it('is null if the newest session was not rated', () => {
    expect(usualOf(7, 8, 7, 8, 7, 7, 4, null)).toBeNull()
    expect(usualFrom([])).toBeNull()
  })

  it('requires a larger distance from a person whose ratings vary widely', () => {
    const narrow = usualOf(7, 7, 8, 7, 7, 8, 4)
    const wide = usualOf(9, 5, 9, 5, 9, 5, 4)
    expect(narrow?.isUnusual).toBe(true)
    expect(wide?.isUnusual).toBe(false)
    expect(wide?.unusualFrom).toBeGreaterThan(narrow?.unusualFrom ?? 0)
  })

  it('requires a larger distance while there are few ratings', () => {
    const ratings = [7, 8, 7, 7, 8, 7, 8, 7, 7, 8, 7, 8, 7, 7, 8, 7]
    const few = usualOf(...ratings.slice(0, 7))
    expect(usualOf(...ratings)?.unusualFrom).toBeLessThan(few?.unusualFrom ?? 0)
  })

  it('calls nothing unusual within a point, however steady the ratings', () => {
    const steady = Array.from({ length: 40 }, () => 7)
    expect(
      usualFrom([...steady, 6.1].map((score, place) => ({ sessionNumber: place, score }))),
    ).toMatchObject({
      isUnusual: false,
    })
  })

  it('counts how many of the two ratings before were unusual in the same direction', () => {
    const level = [7, 7, 8, 7, 7, 8]
    expect(usualOf(...level, 3, 3)).toMatchObject({ isUnusual: true, before: 1 })
    expect(usualOf(...level, 3, 7, 7, 3)?.before).toBe(0)
    expect(usualOf(...level, 10, 3)?.before).toBe(0)
  })

  it('is not hidden by the drop before it', () => {
    const level = [7, 7, 8, 7, 7, 8, 7, 7, 8]
    expect(usualOf(...level, 2, 7, 7, 8, 2)?.isUnusual).toBe(true)
  })
})
