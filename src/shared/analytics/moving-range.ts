import { isRating } from './series.ts'
import type { Series } from './series.ts'

// The expected range of two normal observations in standard deviations, d2 = 1.128 (NIST/SEMATECH e-Handbook 6.3.2.2).
const rangeInSigmas = 1.128

/** Estimates a within-client standard deviation from a mean moving range: the range / 1.128. */
export function sigmaFromRange(meanMovingRange: number): number {
  return meanMovingRange / rangeInSigmas
}

/**
 * Gives the distance between the ratings of a session and the one before it, or null unless both are rated.
 *
 * A gap is a gap: no moving range crosses it.
 */
export function movingRangeAt(series: Series, index: number): number | null {
  const value = series[index]
  const before = series[index - 1]
  return isRating(value) && isRating(before) ? Math.abs(value - before) : null
}
