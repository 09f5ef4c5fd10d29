import { movingRangeAt, sigmaFromRange } from '#shared/analytics/moving-range.ts'
import { meanOf, type Series } from '#shared/analytics/series.ts'

/** Ratings that must come before a session, for its rating to be called unusual for this client [Attune's choice]. */
export const usualMinimumRatings = 5

/** The least distance from the usual that is called unusual, in points of a 0–10 scale [Attune's choice]. */
export const usualMinimumDeparture = 2

const spreadMultiple = 2
const spreadMinimumMovingRanges = 4

/** The newest rating on one scale beside the mean of this client's earlier ones. */
export type Usual = {
  sessionNumber: number
  latest: number
  usual: number
  earlierRatings: number
  departure: number
  isUnusual: boolean
}

/**
 * Sets the newest rating against the mean of the ratings before it; null without at least five earlier ones,
 * or where the newest session has no rating.
 *
 * It counts as unusual from 2 points away, or from twice the client's own session-to-session spread where that
 * is wider, so that somebody whose ratings swing is not flagged each time. This threshold is Attune's own.
 * A gap is neither filled nor crossed by a moving range.
 */
export function usualFrom(ratings: readonly { sessionNumber: number; score: number | null }[]): Usual | null {
  const newest = ratings.at(-1)
  if (newest === undefined || newest.score === null) return null
  const earlier = ratings.slice(0, -1).map(({ score }) => score)
  const rated = earlier.filter((score) => score !== null)
  const usual = meanOf(rated)
  if (usual === null || rated.length < usualMinimumRatings) return null

  const departure = newest.score - usual
  const threshold = Math.max(usualMinimumDeparture, spreadMultiple * withinSpread(earlier))
  return {
    sessionNumber: newest.sessionNumber,
    latest: newest.score,
    usual,
    earlierRatings: rated.length,
    departure,
    isUnusual: Math.abs(departure) >= threshold,
  }
}

function withinSpread(scores: Series): number {
  const movingRanges = scores
    .map((_, index) => movingRangeAt(scores, index))
    .filter((range) => range !== null)
  const meanMovingRange = meanOf(movingRanges)
  return meanMovingRange === null || movingRanges.length < spreadMinimumMovingRanges
    ? 0
    : sigmaFromRange(meanMovingRange)
}
