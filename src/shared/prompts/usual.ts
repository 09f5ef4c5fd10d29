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
  if (newest === undefined) return null
  return usualOf(
    newest.sessionNumber,
    ratings.map(({ score }) => score),
  )
}

/** The same from the scores alone, the newest last, which belongs to this session. */
export function usualOf(sessionNumber: number, scores: Series): Usual | null {
  const latest = scores.at(-1) ?? null
  if (latest === null) return null
  // One pass without an object for each rating: this runs for every scale at every look at a client.
  const rated: number[] = []
  const movingRanges: number[] = []
  for (let index = 0; index < scores.length - 1; index += 1) {
    const score = scores[index] ?? null
    if (score === null) continue
    rated.push(score)
    const range = movingRangeAt(scores, index)
    if (range !== null) movingRanges.push(range)
  }
  const usual = meanOf(rated)
  if (usual === null || rated.length < usualMinimumRatings) return null

  const departure = latest - usual
  const threshold = Math.max(usualMinimumDeparture, spreadMultiple * withinSpread(movingRanges))
  return {
    sessionNumber,
    latest,
    usual,
    earlierRatings: rated.length,
    departure,
    isUnusual: Math.abs(departure) >= threshold,
  }
}

function withinSpread(movingRanges: readonly number[]): number {
  const mean = meanOf(movingRanges)
  return mean === null || movingRanges.length < spreadMinimumMovingRanges ? 0 : sigmaFromRange(mean)
}
