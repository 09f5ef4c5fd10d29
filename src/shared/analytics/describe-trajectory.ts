import { collectRatings, newestRatings } from './earlier-ratings.ts'
import { minimumRatings } from './minimum-ratings.ts'
import { isNearCeiling } from './near-ceiling.ts'
import { ratingsOf } from './series.ts'
import type { Rating, Series } from './series.ts'

/** The scale of a trajectory. */
export interface TrajectoryScale {
  minimum: number
  maximum: number
  direction: 'higher-is-better' | 'lower-is-better' | 'neutral'
}

/** A straight line through all ratings that chance alone seldom makes so steep. */
export interface Trend {
  /** Points from the first rating to the last, along the line. */
  change: number
  n: number
}

/** The values of the sentence above a chart; the screen adds the words. */
export interface TrajectoryFacts {
  rated: number
  last: Rating | null
  /** Mean and number of the newest ratings before the last one; null before the second rating. */
  usual: { mean: number; n: number } | null
  /** Last rating minus the usual level, in points; null if there is no usual level. */
  lastAgainstUsual: number | null
  /** Whether the last rating lies closer to the usual level than ratings usually do. */
  isLastAsUsual: boolean
  trend: Trend | null
  isNearCeiling: boolean
  /** Whether there are enough ratings for a line and for words about its course. */
  isEnoughForALine: boolean
}

/** A trend needs this many times its standard error, and this share of the range (Attune's choices). */
const trendErrors = 6
const trendShare = 0.1

/**
 * Gives the facts for the sentence above a chart: the usual level, a trend, and the last rating beside the level.
 *
 * "Usual" is the mean of the newest six ratings before the last, so that a rating isn't compared with itself. Nearness
 * to the ceiling is reported only if higher is better. How often a stable course is given a trend is simulated in the
 * tests. A field without a value is null or false.
 */
export function describeTrajectory(series: Series, scale: TrajectoryScale): TrajectoryFacts {
  const ratings = ratingsOf(series)
  const last = ratings.at(-1) ?? null
  const before = collectRatings(newestRatings)
  for (const { value } of ratings.slice(0, -1)) before.add(value)
  const { recentMean, recentCount, residualSd } = before.describe()
  const usual = recentCount === 0 ? null : { mean: recentMean, n: recentCount }
  const lastAgainstUsual = usual === null || last === null ? null : last.value - usual.mean
  return {
    rated: ratings.length,
    last,
    usual,
    lastAgainstUsual,
    isLastAsUsual: lastAgainstUsual !== null && Math.abs(lastAgainstUsual) <= residualSd,
    trend: trendOf(ratings, scale.maximum - scale.minimum),
    isNearCeiling: scale.direction === 'higher-is-better' && isNearCeiling(series, scale),
    isEnoughForALine: ratings.length >= minimumRatings.line,
  }
}

/** Least squares over the ratings in their order; null with fewer than twelve, or if the line could be chance. */
function trendOf(ratings: readonly Rating[], range: number): Trend | null {
  const n = ratings.length
  if (n < minimumRatings.trend) return null
  const first = ratings[0]?.value ?? 0
  const middle = (n - 1) / 2
  let products = 0
  const collected = collectRatings(n)
  ratings.forEach(({ value }, position) => {
    products += (position - middle) * (value - first)
    collected.add(value)
  })
  const squares = (n * (n * n - 1)) / 12
  const slope = products / squares
  const standardError = collected.describe().residualSd / Math.sqrt(squares)
  const change = slope * (n - 1)
  const isSteep = Math.abs(slope) >= trendErrors * standardError
  return isSteep && Math.abs(change) >= trendShare * range ? { change, n } : null
}
