import { linearAssociation } from './linear-association.ts'
import { pairRatings } from './series.ts'
import type { Series } from './series.ts'

/** How the outcome of a session goes with the predictor of the session before, within one client. */
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
 * Least squares over the pairs in which both are rated; a gap in either takes its pair away, never shifts it.
 * An association only: it goes with, it does not lead to, and a trend in both sides will show up as one. Null with
 * fewer than two pairs or where either side never varies. How many pairs there must be for it to be shown is
 * said in `minimumRatings`. Source: lagged within-client effects, Falkenström and others (2013), Journal of
 * Counseling Psychology 60, 317-328.
 */
export function laggedAssociation(predictor: Series, outcome: Series): LaggedAssociation | null {
  const { first, second } = pairRatings(predictor, outcome, 1)
  // The deviation from the client's mean differs from the rating by a constant, which slope and r don't see.
  const line = linearAssociation(first, second)
  return line === null ? null : { pairs: first.length, slope: line.slope, correlation: line.correlation }
}
