/** The scales of the therapist's own private checks that rules look at. */
export const ownScales = [
  'exhaustion',
  'disengagement',
  'personal-burden',
  'supervisory-relationship',
  'openness',
  'usefulness',
] as const

export type OwnScale = (typeof ownScales)[number]

/** One private check of the therapist, in scores from 0 to 10. A score that is not there was not rated. */
export type OwnCheck = { scores: Partial<Record<OwnScale, number>> }

/** All of the therapist's checks in the order of their days. `earlier` are older ones that are not among them. */
export type OwnRecord = { checks: readonly OwnCheck[]; earlier: number }
