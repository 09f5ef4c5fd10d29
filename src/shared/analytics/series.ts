/** One score per session in session order, null for a session without this rating; indices count from 0. */
export type Series = readonly (number | null)[]

/** One rating and the session it belongs to. */
export interface Rating {
  index: number
  value: number
}

// Squares and sums of anything below stay finite, and no instrument gives anything above.
const largestRating = 1e100

/**
 * Says whether a session has a usable rating.
 *
 * Values that are not numbers, not finite, or beyond 1e100 count as gaps, so no function of this folder returns NaN
 * or Infinity.
 */
export function isRating(value: number | null | undefined): value is number {
  return typeof value === 'number' && Math.abs(value) <= largestRating
}

/** Lists the ratings of a series with their sessions, in session order, without gaps. */
export function ratingsOf(series: Series): Rating[] {
  // A loop, because this runs at every redraw and flatMap would make an array per session.
  const ratings: Rating[] = []
  series.forEach((value, index) => {
    if (isRating(value)) ratings.push({ index, value })
  })
  return ratings
}

/** Two ratings that belong together, by side. */
export interface RatingPairs {
  first: number[]
  second: number[]
}

/**
 * Pairs each rating of one series with the rating `lag` sessions later in another, if both exist.
 *
 * Both lists have one entry per pair; a gap on either side removes its pair and shifts nothing.
 */
export function pairRatings(first: Series, second: Series, lag: number): RatingPairs {
  const pairs: RatingPairs = { first: [], second: [] }
  first.forEach((value, index) => {
    const other = second[index + lag]
    if (!isRating(value) || !isRating(other)) return
    pairs.first.push(value)
    pairs.second.push(other)
  })
  return pairs
}

/**
 * Gives the arithmetic mean, or null of an empty list.
 *
 * Sums distances from the first value: equal values then have exactly that mean, and ratings far from zero lose
 * no digits.
 */
export function meanOf(values: readonly number[]): number | null {
  const [first] = values
  if (first === undefined) return null
  let sum = 0
  for (const value of values) sum += value - first
  return first + sum / values.length
}
