import { reaches } from '../analytics/reaches.ts'
import { isRating, ratingsOf, type Series } from '../analytics/series.ts'
import type { Direction } from '../records/foresight.ts'
import { isMissed, type SessionStatus } from '../records/session.ts'

/** A client's sessions as a foresight sees them. Every list has one entry per session, in order of the numbers. */
export interface ForeseenCourse {
  readonly sessions: readonly {
    readonly number: number
    readonly status: SessionStatus
    /** Whether the client has filled in the form that the foresight is about, also without answering it. */
    readonly isAnswered: boolean
  }[]
  /** The client's ratings on the scale; versions of the form that can't be compared each have a list of their own. */
  readonly ratings: readonly Series[]
  /** The points from which two ratings count as different. */
  readonly leastChange: number
}

/** What became of a foresight. */
export interface Opening {
  /** The number of the session that opened it. */
  readonly number: number
  /** Whether that session took place. */
  readonly came: boolean
  /** How the rating went; null if the session was missed or not rated, or if there is nothing to compare it with. */
  readonly rated: { readonly direction: Direction; readonly before: number; readonly after: number } | null
}

/**
 * Says what opens the foresight of a session; null while it is sealed.
 *
 * It is about the next session that took place or was missed. One that is planned, not yet over, or was cancelled in time
 * counts as neither. A missed session opens it at once. One that took place opens it with the client's form, or without a
 * rating once another session has followed. The rating is compared with the newest one up to the session of the foresight,
 * on the same scale only.
 */
export function openForesight(
  number: number,
  { sessions, ratings, leastChange }: ForeseenCourse,
): Opening | null {
  const later = sessions.flatMap((session, index) =>
    session.number > number && (session.status === 'held' || isMissed(session.status))
      ? [{ ...session, index }]
      : [],
  )
  const [next] = later
  if (next === undefined) return null
  if (next.status !== 'held') return { number: next.number, came: false, rated: null }
  if (!next.isAnswered && later.length === 1) return null
  const found = ratings.flatMap((series) => {
    const after = series[next.index]
    const before = ratingsOf(series)
      .filter(({ index }) => (sessions[index]?.number ?? Number.POSITIVE_INFINITY) <= number)
      .at(-1)
    return isRating(after) && before !== undefined ? [{ before: before.value, after }] : []
  })
  const [rated] = found
  return {
    number: next.number,
    came: true,
    rated:
      rated === undefined
        ? null
        : { direction: directionOf(rated.after - rated.before, leastChange), ...rated },
  }
}

/** How a change of this many points counts. One that misses `leastChange` by rounding alone reaches it. */
export function directionOf(change: number, leastChange: number): Direction {
  if (!reaches(Math.abs(change), leastChange)) return 'same'
  return change > 0 ? 'higher' : 'lower'
}

/**
 * The points from which two ratings on a scale count as different: the reliable change that a source names; otherwise two
 * steps of the scale, so that the smallest difference the form can show counts as the same [Attune's choice].
 */
export function leastChangeOf(step: number, reliableChange: number | null): number {
  return reliableChange ?? 2 * step
}
