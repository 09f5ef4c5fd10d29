import { collectRatings } from './earlier-ratings.ts'
import { minimumRatings } from './minimum-ratings.ts'
import { ratingsOf } from './series.ts'
import type { Series } from './series.ts'

/** The fewest clients over which a spread is pooled (Attune's choice). */
export const fewestPooledClients = 10

/** How far one client's ratings lie off their own straight line. */
export interface OwnSpread {
  /** Variance around the line, in squared points of the scale. */
  variance: number
  degreesOfFreedom: number
}

/** Gives one client's share of a pooled spread; null with fewer ratings than a fall needs. */
export function ownSpreadOf(series: Series): OwnSpread | null {
  const ratings = ratingsOf(series)
  if (ratings.length < minimumRatings.episodes) return null
  const collected = collectRatings(ratings.length)
  for (const { value } of ratings) collected.add(value)
  const { residualSd, degreesOfFreedom } = collected.describe()
  return { variance: residualSd ** 2, degreesOfFreedom }
}

/**
 * Gives the usual standard deviation within the clients of one vault, in points: the root of their mean variance around
 * their own lines, weighted with the degrees of freedom. Null with fewer than ten clients.
 */
export function pooledSpread(spreads: readonly OwnSpread[]): number | null {
  if (spreads.length < fewestPooledClients) return null
  let squares = 0
  let degreesOfFreedom = 0
  for (const spread of spreads) {
    squares += spread.variance * spread.degreesOfFreedom
    degreesOfFreedom += spread.degreesOfFreedom
  }
  return degreesOfFreedom === 0 ? null : Math.sqrt(squares / degreesOfFreedom)
}
