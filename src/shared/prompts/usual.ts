import { movingRangeAt, sigmaFromRange } from '#shared/analytics/moving-range.ts'
import { meanOf, type Series } from '#shared/analytics/series.ts'

/** The fewest earlier ratings for a rating to be called unusual for this client [Attune's choice]. */
export const usualMinimumRatings = 5

/** The smallest unusual distance from the usual, in points of a 0–10 scale [Attune's choice]. */
export const usualMinimumDeparture = 2

const spreadMultiple = 2
const spreadMinimumMovingRanges = 4

/** The newest rating on one scale and the mean of this client's earlier ones. */
export type Usual = {
  sessionNumber: number
  latest: number
  usual: number
  earlierRatings: number
  departure: number
  isUnusual: boolean
}

/**
 * Compares the newest rating with the mean of the ratings before it; null with fewer than five earlier ones or if the
 * newest session has no rating.
 *
 * It is unusual from a distance of 2 points, or of twice the client's own session-to-session spread if that is wider,
 * so that widely varying ratings are not flagged each time. This threshold is Attune's own. A gap is not filled, and
 * no moving range crosses it.
 */
export function usualFrom(ratings: readonly { sessionNumber: number; score: number | null }[]): Usual | null {
  const newest = ratings.at(-1)
  if (newest === undefined) return null
  return usualOf(
    newest.sessionNumber,
    ratings.map(({ score }) => score),
  )
}

/** The same from scores alone; the last one belongs to this session. */
export function usualOf(sessionNumber: number, scores: Series): Usual | null {
  const latest = scores.at(-1) ?? null
  if (latest === null) return null
  // One pass without an object per rating: this runs for every scale whenever a client's page opens.
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
