import { collectRatings } from '#shared/analytics/earlier-ratings.ts'
import { meanOf } from '#shared/analytics/series.ts'
import { studentQuantile } from '#shared/analytics/student-t.ts'
import type { GrowthFeature } from './client-features.ts'
import type { AllianceScale, RecordedSession } from './prompt-record.ts'

const ratingsEach = 6
/** As a share of the range [Attune's choice]. */
const leastGrowth = 0.1
// Many sessions are looked at, so that more certainty is asked for than in a single comparison.
const certainty = 3

/** The client's alliance in the first and in the newest six ratings, if the newest session is one of twelve or more. */
export function growthOf(
  attended: readonly RecordedSession[],
  { minimum, maximum }: AllianceScale,
): GrowthFeature | null {
  const newest = attended.at(-1)
  if (newest?.scores['client.alliance'] === undefined) return null
  const rated = attended.flatMap(({ scores }) => scores['client.alliance'] ?? [])
  if (rated.length < 2 * ratingsEach) return null
  const collected = collectRatings(ratingsEach)
  rated.forEach(collected.add)
  const { residualSd, degreesOfFreedom } = collected.describe()
  const error = residualSd * Math.sqrt(2 / ratingsEach)
  return {
    sessionNumber: newest.number,
    ratingsEach,
    first: meanOf(rated.slice(0, ratingsEach)) ?? 0,
    newest: meanOf(rated.slice(-ratingsEach)) ?? 0,
    least: Math.max(leastGrowth * (maximum - minimum), studentQuantile(certainty, degreesOfFreedom) * error),
  }
}
