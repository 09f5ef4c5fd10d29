import { movingRangeAt, sigmaFromRange } from './moving-range.ts'
import { meanOf, ratingsOf } from './series.ts'
import type { Series } from './series.ts'

/** Centre and limits of an individuals chart, in points of the scale, and the sessions beyond them. */
export interface IndividualsChart {
  centre: number
  sigma: number
  lower: number
  upper: number
  meanMovingRange: number
  /** Session indices strictly outside the limits. */
  beyond: number[]
}

/**
 * Fits an individuals chart: centre = mean, sigma = mean moving range / 1.128, limits = centre ± 3 sigma.
 *
 * Moving ranges are taken between neighbouring sessions that both have a rating, never across a gap. With `baseline:
 * k` only the first k ratings set centre and limits, and all ratings are judged: one deep dip would otherwise widen
 * the limits until they miss it. The limits are not cut to the range of the scale. Null if there is no moving range.
 * `minimumRatings` has the number of ratings from which limits may be shown. Source: NIST/SEMATECH e-Handbook of
 * Statistical Methods, 6.3.2.2.
 */
export function individualsChart(
  series: Series,
  options: { baseline?: number } = {},
): IndividualsChart | null {
  const { baseline = Number.POSITIVE_INFINITY } = options
  const ratings = ratingsOf(series)
  const fitted = ratings.filter((_rating, position) => position < baseline)
  const centre = meanOf(fitted.map(({ value }) => value))
  const ranges = fitted.map(({ index }) => movingRangeAt(series, index)).filter((range) => range !== null)
  const meanMovingRange = meanOf(ranges)
  if (centre === null || meanMovingRange === null) return null
  const sigma = sigmaFromRange(meanMovingRange)
  const lower = centre - 3 * sigma
  const upper = centre + 3 * sigma
  const beyond = ratings.filter(({ value }) => value < lower || value > upper).map(({ index }) => index)
  return { centre, sigma, lower, upper, meanMovingRange, beyond }
}
