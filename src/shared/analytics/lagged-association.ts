import { linearAssociation } from './linear-association.ts'
import { pairRatings } from './series.ts'
import type { Series } from './series.ts'

/** The association of an outcome with the predictor of the session before, within one client. */
export interface LaggedAssociation {
  /** Sessions with a predictor followed by a session with an outcome. */
  pairs: number
  /** Points of the outcome for one point of the predictor above the client's own mean. */
  slope: number
  correlation: number
}

/**
 * Relates the predictor's within-client deviation at session t to the outcome at session t + 1.
 *
 * Least squares over the pairs in which both are rated; a gap in either removes its pair and never shifts it. This is
 * an association, not a cause, and a trend in both sides shows up as one. Null with fewer than two pairs or if either
 * side never varies. `minimumRatings` has the number of pairs from which it may be shown. Source: lagged
 * within-client effects, Falkenström and others (2013), Journal of Counseling Psychology 60, 317-328.
 */
export function laggedAssociation(predictor: Series, outcome: Series): LaggedAssociation | null {
  const { first, second } = pairRatings(predictor, outcome, 1)
  // Deviation and rating differ by a constant, which changes neither slope nor r.
  const line = linearAssociation(first, second)
  return line === null ? null : { pairs: first.length, slope: line.slope, correlation: line.correlation }
}
