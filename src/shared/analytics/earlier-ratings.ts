import { movingRangeAt, sigmaFromRange } from './moving-range.ts'
import { isRating } from './series.ts'
import type { Series } from './series.ts'

/** Statistics of a client's ratings up to and including one session. */
export interface EarlierRatings {
  count: number
  mean: number
  movingRanges: number
  /** Mean moving range / 1.128, in points of the scale; 0 without a moving range. */
  sigma: number
}

/**
 * Gives for each rated session the statistics of the ratings so far, and null for a gap.
 *
 * One pass over the series, so a rule can look back from every session at no extra cost.
 */
export function earlierRatings(series: Series): (EarlierRatings | null)[] {
  let first = 0
  let count = 0
  let sum = 0
  let movingRanges = 0
  let rangeSum = 0
  return series.map((value, index) => {
    if (!isRating(value)) return null
    if (count === 0) first = value
    count += 1
    sum += value - first
    const range = movingRangeAt(series, index)
    if (range !== null) {
      movingRanges += 1
      rangeSum += range
    }
    const sigma = movingRanges === 0 ? 0 : sigmaFromRange(rangeSum / movingRanges)
    return { count, mean: first + sum / count, movingRanges, sigma }
  })
}
