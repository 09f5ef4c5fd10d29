/** One score per session in session order, null where that session has no such rating; indices count from 0. */
export type Series = readonly (number | null)[]

/** One rating and the session it belongs to. */
export interface Rating {
  index: number
  value: number
}

// Squares and sums of anything below stay finite, and no instrument produces anything above.
const largestRating = 1e100

/**
 * Says whether a session has a rating that can be reckoned with.
 *
 * What is not a number, not finite, or beyond 1e100 in size counts as a gap, so that no function of this folder
 * ever returns NaN or Infinity.
 */
export function isRating(value: number | null | undefined): value is number {
  return typeof value === 'number' && Math.abs(value) <= largestRating
}

/** Lists the ratings of a series with the sessions they belong to, in session order, gaps left out. */
export function ratingsOf(series: Series): Rating[] {
  return series.flatMap((value, index) => (isRating(value) ? [{ index, value }] : []))
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
  return first + values.reduce((sum, value) => sum + (value - first), 0) / values.length
}
