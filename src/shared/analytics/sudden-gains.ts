import { reaches } from './reaches.ts'
import { isRating, meanOf } from './series.ts'
import type { Series } from './series.ts'

/** A large and lasting drop in symptoms from one session to the next. */
export interface SuddenGain {
  /** The first session after the drop. */
  index: number
  /** Score before minus score after, in points of the scale; above 0. */
  size: number
}

/** Two-sided 5 % points of Student's t by degrees of freedom: two or three ratings on each side leave 2 to 4. */
export const criticalT: Readonly<Record<number, number>> = {
  2: 4.302652729911275,
  3: 3.182446305284263,
  4: 2.776445105197793,
}

/** The share of the score before that a drop must reach. */
export const shareOfScoreBefore = 0.25

/**
 * Finds sudden gains in scores where lower is better.
 *
 * Between two neighbouring rated sessions all three hold: a drop of at least `threshold` points; of at least 25 % of
 * the score before; and the mean of the three sessions before minus the mean of the three after is above critical t
 * (two-sided 0.05, n1 + n2 - 2 degrees of freedom) times the pooled standard deviation. A gap among the three leaves
 * two ratings on that side; with fewer than two there is no gain. Empty if the threshold is not a number above 0.
 * Source: Tang and DeRubeis (1999), Journal of Consulting and Clinical Psychology 67, 894-904; critical values by
 * ratings at hand: Lutz and others (2013), Psychotherapy Research 23, 14-24.
 */
export function suddenGains(series: Series, { threshold }: { threshold: number }): SuddenGain[] {
  if (!(threshold > 0)) return []
  return series.flatMap((value, index) => {
    const before = series[index - 1]
    if (!isRating(value) || !isRating(before)) return []
    const size = before - value
    if (!reaches(size, threshold) || !reaches(size, shareOfScoreBefore * before)) return []
    const earlier = series.slice(Math.max(0, index - 3), index).filter(isRating)
    const later = series.slice(index, index + 3).filter(isRating)
    return isLasting(earlier, later) ? [{ index, size }] : []
  })
}

function isLasting(earlier: readonly number[], later: readonly number[]): boolean {
  const before = meanOf(earlier)
  const after = meanOf(later)
  const degreesOfFreedom = earlier.length + later.length - 2
  const critical = criticalT[degreesOfFreedom]
  const isEnough = earlier.length >= 2 && later.length >= 2
  if (!isEnough || critical === undefined || before === null || after === null) return false
  const squares = sumOfSquares(earlier, before) + sumOfSquares(later, after)
  return before - after > critical * Math.sqrt(squares / degreesOfFreedom)
}

function sumOfSquares(values: readonly number[], mean: number): number {
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
}
