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

/** One private check of the therapist, in scores from 0 to 10. An absent score was not rated. */
export type OwnCheck = { scores: Partial<Record<OwnScale, number>> }

/** The therapist's checks in the order of their days. `earlier` is the number of older ones left out. */
export type OwnRecord = { checks: readonly OwnCheck[]; earlier: number }
