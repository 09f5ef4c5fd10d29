import { type OwnRecord, type OwnScale, ownScales } from './own-record.ts'
import { type Usual, usualFrom } from './usual.ts'

/** The newest rating on one scale of the therapist's own checks. */
export type OwnScaleFeature = {
  /** The place of its check among all checks, from 1. */
  sessionNumber: number
  latest: number
  /** The rating before it; null if there is none. */
  previous: number | null
  /** Comparison with the ratings before; null with fewer than five. */
  usual: Usual | null
}

/** The input of the rules about the therapist. A scale that was never rated is absent. */
export type OwnFeatures = {
  /** The number of checks. */
  currentSession: number
  scales: Partial<Record<OwnScale, OwnScaleFeature>>
}

/** Computes the input of the rules from the therapist's own checks; the newest rating of each scale counts. */
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
