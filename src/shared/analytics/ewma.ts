import { isRating } from './series.ts'
import type { Series } from './series.ts'

/** A smoothed line with limits, all as long as the series and in points of the scale. */
export interface Ewma {
  smoothed: number[]
  lower: number[]
  upper: number[]
  /** Rated sessions at which the smoothed value is strictly outside its limits. */
  signals: number[]
}

/**
 * Runs an exponentially weighted moving average with exact limits.
 *
 * z = lambda x + (1 - lambda) z before, from z = target; limits after t ratings are target ± width sigma sqrt(lambda
 * / (2 - lambda) (1 - (1 - lambda)^2t)), which start narrow and widen to the usual constant ones. Lambda lies above 0
 * and up to 1, usually 0.2 to 0.3 with a width of 3. A gap leaves line and limits unchanged and never signals. All
 * lists are empty if a parameter is not finite, sigma or width is negative, or lambda is out of range. Source: Lucas
 * and Saccucci (1990), Technometrics 32, 1-12; NIST/SEMATECH e-Handbook 6.3.2.4.
 */
export function ewma(
  series: Series,
  { target, sigma, lambda, width }: { target: number; sigma: number; lambda: number; width: number },
): Ewma {
  const result: Ewma = { smoothed: [], lower: [], upper: [], signals: [] }
  const widest = width * sigma
  const isUsable =
    lambda > 0 &&
    lambda <= 1 &&
    sigma >= 0 &&
    width >= 0 &&
    Number.isFinite(widest) &&
    Number.isFinite(target)
  if (!isUsable) return result
  let smoothed = target
  let ratings = 0
  series.forEach((value, index) => {
    const isRated = isRating(value)
    if (isRated) {
      smoothed = lambda * value + (1 - lambda) * smoothed
      ratings += 1
    }
    const half = widest * shareOfSigma(lambda, ratings)
    const lower = Math.max(-Number.MAX_VALUE, target - half)
    const upper = Math.min(Number.MAX_VALUE, target + half)
    if (isRated && (smoothed < lower || smoothed > upper)) result.signals.push(index)
    result.smoothed.push(smoothed)
    result.lower.push(lower)
    result.upper.push(upper)
  })
  return result
}

function shareOfSigma(lambda: number, ratings: number): number {
  if (ratings === 0) return 0
  // Written with expm1 and log1p because 1 - (1 - lambda)^2t loses every digit for a small lambda.
  const weightUsed = -Math.expm1(2 * ratings * Math.log1p(-lambda))
  return Math.sqrt((lambda / (2 - lambda)) * weightUsed)
}
