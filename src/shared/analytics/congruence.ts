import { linearAssociation } from './linear-association.ts'
import { meanDifference } from './mean-difference.ts'
import { pairRatings } from './series.ts'
import type { Series } from './series.ts'
import { studentQuantile } from './student-t.ts'

/** How closely a therapist's ratings of one client follow the client's own. */
export interface Congruence {
  /** Sessions that both rated. */
  pairs: number
  /** Points by which the therapist's rating changes for one point of the client's. */
  tracking: number
  /** Mean of the therapist's ratings minus mean of the client's; above 0 the therapist rates higher. */
  directionalDiscrepancy: number
  correlation: number
  /** Mean absolute difference between the two in a session, in points of the scale. */
  meanAbsoluteDifference: number
  /** Half the width of the 95 % interval of tracking; null with fewer than three pairs. */
  trackingMargin: number | null
  /** Half the width of the 95 % interval of the discrepancy. */
  discrepancyMargin: number
}

// The quantile of the normal distribution for an interval of 95 %.
const normal95 = 1.96

/**
 * Compares a therapist's ratings with the client's over the sessions both rated.
 *
 * The therapist's rating is regressed on the client's, both centred on the client's mean: the slope is tracking, the
 * intercept directional discrepancy. The intervals treat sessions as independent. Null with fewer than two pairs or if
 * either side never varies. `minimumRatings` has the number of pairs from which it may be shown. Source: the truth and bias model, West and Kenny (2011),
 * Psychological Review 118, 357-378; for the alliance Atzil-Slonim and others (2015), Journal of Consulting and
 * Clinical Psychology 83, 773-784.
 */
export function congruence(client: Series, therapist: Series): Congruence | null {
  const { first: own, second: other } = pairRatings(client, therapist, 0)
  const line = linearAssociation(own, other)
  if (line === null) return null
  const distances = own.reduce((sum, value, pair) => sum + Math.abs((other[pair] ?? value) - value), 0)
  const pairs = own.length
  return {
    pairs,
    tracking: line.slope,
    directionalDiscrepancy: line.outcomeMean - line.predictorMean,
    correlation: line.correlation,
    meanAbsoluteDifference: distances / pairs,
    trackingMargin: pairs < 3 ? null : studentQuantile(normal95, pairs - 2) * line.slopeError,
    discrepancyMargin: meanDifference(own, other).margin,
  }
}
