import { reaches } from './reaches.ts'
import { ratingsOf } from './series.ts'
import type { Rating, Series } from './series.ts'

/** How a client's latest symptom score compares with the first. */
export interface OutcomeTrack {
  baseline: Rating
  current: Rating
  /** Current score minus the first, in points; above 0 is worse. */
  change: number
  state: 'reliably-worse' | 'little-gained' | 'not-flagged'
}

/**
 * The rating, counted from the baseline, from which little gain is reported, and the share of a reliable change that is
 * little: Attune's choices.
 *
 * Sessions without a rating don't count: two ratings a week apart say nothing of a course, however late they come.
 */
export const trackRule = { judgedFromSession: 6, littleGained: 0.5 } as const

/** The yardstick of a course: the instrument's own numbers, and the rule's if they differ from its defaults. */
export interface TrackOptions {
  /** The change, in points, that counts as reliable; above 0. */
  reliableChange: number
  /** The score from which a client is in the clinical range. */
  cutoff: number
  /** The rating, counted from 1, from which little gain is reported. */
  judgedFromSession?: number
  /** The share of a reliable change below which a gain is little. */
  littleGained?: number
}

/**
 * Says whether scores, lower being better, got reliably worse or gained little.
 *
 * Reliably worse: the latest rating is at least a reliable change above the first. Little gained: from rating
 * `judgedFromSession` on (6 by default), the latest two ratings are both less than `littleGained` (0.5 by default) of a
 * reliable change below the first, and all three are at or above the cut-off. One rating alone may be a bad day. Null with fewer than two ratings, or if reliable change is
 * not above 0 or another parameter is not a number. It states what happened and predicts nothing. Rule and numbers
 * are Attune's own; reliable change and cut-off come with the instrument and its sources.
 */
export function outcomeTrack(
  series: Series,
  {
    reliableChange,
    cutoff,
    judgedFromSession = trackRule.judgedFromSession,
    littleGained = trackRule.littleGained,
  }: TrackOptions,
): OutcomeTrack | null {
  const ratings = ratingsOf(series)
  const baseline = ratings[0]
  const current = ratings.at(-1)
  if (baseline === undefined || current === undefined || ratings.length < 2) return null
  if (!(reliableChange > 0) || [cutoff, judgedFromSession, littleGained].some(Number.isNaN)) return null
  const change = current.value - baseline.value
  const newestTwo = ratings.slice(1).slice(-2)
  const isLittle = newestTwo.every(
    ({ value }) => !reaches(baseline.value - value, littleGained * reliableChange),
  )
  const isStillHigh = [baseline, ...newestTwo].every(({ value }) => reaches(value, cutoff))
  const isLate = ratings.length >= judgedFromSession
  if (reaches(change, reliableChange)) return { baseline, current, change, state: 'reliably-worse' }
  return {
    baseline,
    current,
    change,
    state: isLate && isLittle && isStillHigh ? 'little-gained' : 'not-flagged',
  }
}
