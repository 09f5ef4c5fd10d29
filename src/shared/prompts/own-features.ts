import { type OwnRecord, type OwnScale, ownScales } from './own-record.ts'
import { type Usual, usualFrom } from './usual.ts'

/** The newest rating on one scale of the therapist's own checks. */
export type OwnScaleFeature = {
  /** The place of its check among all, from 1. */
  sessionNumber: number
  latest: number
  /** The rating before it; null where there is none. */
  previous: number | null
  /** Against the ratings before; null with fewer than five. */
  usual: Usual | null
}

/** What the rules about the therapist look at. A scale that was never rated is not there. */
export type OwnFeatures = {
  /** How many checks there are. */
  currentSession: number
  scales: Partial<Record<OwnScale, OwnScaleFeature>>
}

/** Works out what the rules look at from the therapist's own checks; a scale is judged by its newest rating. */
export function ownFeaturesOf({ checks, earlier }: OwnRecord): OwnFeatures {
  const scales: OwnFeatures['scales'] = {}
  for (const scale of ownScales) {
    const rated = checks.flatMap(({ scores }, index) => {
      const score = scores[scale]
      return score === undefined ? [] : [{ sessionNumber: earlier + index + 1, score }]
    })
    const newest = rated.at(-1)
    if (newest === undefined) continue
    scales[scale] = {
      sessionNumber: newest.sessionNumber,
      latest: newest.score,
      previous: rated.at(-2)?.score ?? null,
      usual: usualFrom(rated),
    }
  }
  return { currentSession: earlier + checks.length, scales }
}
