import { meanOf, ratingsOf } from './series.ts'
import type { Series } from './series.ts'

/** The most likely change of level, with the fit of a single level for comparison. */
export interface ChangePoint {
  /** First session of the second segment. */
  index: number
  /** Mean of the ratings before that session, and from it on, in points of the scale. */
  before: number
  after: number
  /** Residual sum of squares and BIC with the change. */
  rss: number
  bic: number
  /** The same for one level throughout. A change fits better if `bic` is lower. */
  rssNoChange: number
  bicNoChange: number
}

/**
 * Finds the split into two levels with the least residual sum of squares, and its BIC.
 *
 * Only rated sessions count; each segment has at least `minSegment` ratings, by default max(3, 15 % of n rounded up).
 * Gaussian BIC = -2 log L + 2 (m + 1) ln n for m breaks, with -2 log L = n (ln 2 pi + 1 + ln (RSS / n)). A perfect
 * step has no residual at all: its logarithm is taken at 2^-52 of `rssNoChange`, so that the BIC stays a number.
 * Returns the earliest of equal splits. Null with fewer than two segments of ratings, and for a constant series,
 * whose likelihood has no maximum. Linear time. Source: Bai and Perron (2003), Journal of Applied Econometrics 18,
 * 1-22; BIC as in Zeileis and others (2003), Computational Statistics and Data Analysis 44, 109-123.
 */
export function changePoint(series: Series, options: { minSegment?: number } = {}): ChangePoint | null {
  const ratings = ratingsOf(series)
  const values = ratings.map(({ value }) => value)
  const n = values.length
  const minSegment = Math.max(1, Math.ceil(options.minSegment ?? Math.max(3, 0.15 * n)))
  const mean = meanOf(values)
  if (mean === null || !(n >= 2 * minSegment)) return null
  const rssNoChange = residualSumOfSquares(values, mean)
  const split = bestSplit(values, mean, minSegment)
  const before = meanOf(values.slice(0, split))
  const after = meanOf(values.slice(split))
  const index = ratings[split]?.index
  if (rssNoChange === 0 || before === null || after === null || index === undefined) return null
  const rss =
    residualSumOfSquares(values.slice(0, split), before) + residualSumOfSquares(values.slice(split), after)
  const bicOf = (residual: number, breaks: number): number => {
    const perRating = Math.max(residual, rssNoChange * Number.EPSILON) / n
    return n * (Math.log(2 * Math.PI) + 1 + Math.log(perRating)) + 2 * (breaks + 1) * Math.log(n)
  }
  const bic = bicOf(rss, 1)
  const bicNoChange = bicOf(rssNoChange, 0)
  // The squares of tiny differences underflow to 0, which has no logarithm.
  if (!Number.isFinite(bic) || !Number.isFinite(bicNoChange)) return null
  return { index, before, after, rss, bic, rssNoChange, bicNoChange }
}

function bestSplit(values: readonly number[], mean: number, minSegment: number): number {
  const n = values.length
  let split = minSegment
  let largestGain = -1
  let sum = 0
  values.forEach((value, position) => {
    sum += value - mean
    const size = position + 1
    if (size < minSegment || n - size < minSegment) return
    // The squares that two means explain beyond one mean: the sum of the first segment's deviations, squared and
    // weighted.
    const gain = ((sum / size) * sum * n) / (n - size)
    if (gain > largestGain) {
      largestGain = gain
      split = size
    }
  })
  return split
}

function residualSumOfSquares(values: readonly number[], mean: number): number {
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
}
