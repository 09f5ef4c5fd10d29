import type { SessionId } from '../records/ids.ts'
import type { RuptureNote } from '../records/rupture-note.ts'
import type { SessionStatus } from '../records/session.ts'
import { leadCourse } from './build-overview.ts'
import type { ClientOverview } from './client-overview.ts'
import type { Course } from './explain-course.ts'

/** What is open from one session: a drop that was lowest there, a rupture noted there, or both. */
export interface OpenMatter {
  readonly sessionId: SessionId
  readonly number: number
  readonly date: string
  /** The drop in the client's rating of the alliance; null if there is none, or it is closed. */
  readonly fall: {
    readonly score: number
    readonly usual: number
    readonly state: 'open' | 'unrepaired'
  } | null
  /** The noted rupture; null if there is none, or it is closed or repaired. */
  readonly note: RuptureNote | null
}

/** The numbers of sessions whose drop, and whose noted rupture, the therapist closed. */
export interface ClosedNumbers {
  readonly falls: ReadonlySet<number>
  readonly notes: ReadonlySet<number>
}

export const nothingClosed: ClosedNumbers = { falls: new Set(), notes: new Set() }

/** Sorts closings, each with the number of its session, by what they closed. */
export function closedNumbers(
  closings: readonly { readonly number: number; readonly isOfFall: boolean; readonly isOfNote: boolean }[],
): ClosedNumbers {
  const numbers = (of: 'isOfFall' | 'isOfNote') =>
    new Set(closings.flatMap((closing) => (closing[of] ? [closing.number] : [])))
  return { falls: numbers('isOfFall'), notes: numbers('isOfNote') }
}

/** Which sessions of an overview are closed. */
export function closedIn({
  sessions,
  closings,
}: Pick<ClientOverview, 'sessions' | 'closings'>): ClosedNumbers {
  const numbers = new Map(sessions.map(({ id, number }) => [id, number]))
  return closedNumbers(
    closings.flatMap(({ sessionId, ...closed }) => {
      const number = numbers.get(sessionId)
      return number === undefined ? [] : [{ ...closed, number }]
    }),
  )
}

/** The state of a drop that is worth coming back to: at rupture level, and open or not repaired. */
export function openState({
  level,
  state,
}: Pick<Course['episodes']['client'][number]['verdict'], 'level' | 'state'>): 'open' | 'unrepaired' | null {
  return level === 'rupture' && (state === 'open' || state === 'unrepaired') ? state : null
}

/**
 * The sessions with a noted rupture that is open, oldest first. It stays open until the therapist closes it, whatever is
 * noted later. Ruptures noted in sessions that took place one directly after the other count as one strain: if the
 * last of these notes says that it was repaired, all of them are over.
 */
export function openNotes<Noted extends { readonly number: number; readonly status: SessionStatus }>(
  sessions: readonly Noted[],
  noteOf: (session: Noted) => Pick<RuptureNote, 'resolution'> | null,
  closed: Pick<ClosedNumbers, 'notes'>,
): Noted[] {
  let open: Noted[] = []
  let strain: Noted[] = []
  for (const session of sessions) {
    const note = noteOf(session)
    if (note === null) {
      if (session.status === 'held' || session.status === 'begun') strain = []
    } else if (note.resolution === 'resolved') {
      open = open.filter((earlier) => !strain.includes(earlier))
      strain = []
    } else {
      strain.push(session)
      if (!closed.notes.has(session.number)) open.push(session)
    }
  }
  return open
}

/** What was said at the last session that took place before session `before`, when both looked at it; null if nothing was. */
export function lastSaid(
  { sessions, saidTogether }: Pick<ClientOverview, 'sessions' | 'saidTogether'>,
  before = Number.POSITIVE_INFINITY,
): { readonly number: number; readonly said: string } | null {
  const last = sessions.findLast(
    ({ number, status }) => number < before && (status === 'held' || status === 'begun'),
  )
  const found = saidTogether.find(({ sessionId }) => sessionId === last?.id)
  return last === undefined || found === undefined ? null : { number: last.number, said: found.said }
}

/** Finds what is open from the sessions before session `before`, the newest first; from all sessions without it. */
export function openMatters(
  overview: Pick<ClientOverview, 'sessions' | 'lead' | 'courses' | 'closings'>,
  before = Number.POSITIVE_INFINITY,
): OpenMatter[] {
  const closed = closedIn(overview)
  const earlier = overview.sessions.filter(({ number }) => number < before)
  const noted = new Set(openNotes(earlier, ({ ruptureNote }) => ruptureNote, closed))
  const falls = new Map(
    (leadCourse(overview)?.episodes.client ?? []).flatMap(({ at, values, verdict }) => {
      const state = closed.falls.has(at.trough) ? null : openState(verdict)
      const fall = { score: values.troughScore, usual: values.reference }
      return state === null ? [] : [[at.trough, { ...fall, state }] as const]
    }),
  )
  return earlier.toReversed().flatMap((session) => {
    const fall = falls.get(session.number) ?? null
    const note = noted.has(session) ? session.ruptureNote : null
    const { id: sessionId, number, date } = session
    return fall === null && note === null ? [] : [{ sessionId, number, date, fall, note }]
  })
}
