/**
 * The scores a session can have, named rater first.
 *
 * All are on Attune's 0–10 scales. `therapist.guess-*` is the therapist's sealed guess of what the client felt.
 */
export const scoreKeys = [
  'client.alliance',
  'client.goals',
  'client.tasks',
  'client.bond',
  'client.overall',
  'therapist.alliance',
  'therapist.goals',
  'therapist.tasks',
  'therapist.bond',
  'therapist.overall',
  'client.felt-empathy',
  'client.helpfulness',
  'client.accomplishment',
  'therapist.own-empathy',
  'therapist.before.supportive',
  'therapist.before.inadequate',
  'therapist.after.supportive',
  'therapist.after.inadequate',
  'client.negative',
  'client.positive',
  'therapist.guess-negative',
  'therapist.guess-positive',
] as const

export type ScoreKey = (typeof scoreKeys)[number]
