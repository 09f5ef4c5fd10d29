import type { StoredDraft } from '#shared/records/draft.ts'
import type { SessionLog, StoredSessionLog } from '#shared/records/session-log.ts'
import { isCancelledInTime, type SessionStatus } from '#shared/records/session.ts'

/** The parts of the form, in the order they are filled in. */
export const parts = ['before', 'after', 'client'] as const
export type Part = (typeof parts)[number]

/** The part to open first: Before until the session has begun, After from then on. */
export function firstPart({
  stored,
  draft,
}: {
  stored: StoredSessionLog | null
  draft: StoredDraft | null
}): Part {
  const isRatedAfter = draft?.log.responses.some(({ occasion }) => occasion === 'after') ?? false
  const hasBegun = stored !== null && stored.session.status !== 'planned'
  return isRatedAfter || hasBegun ? 'after' : 'before'
}

/** The purpose of a save, which follows from the part and from what was entered; `final` marks the session as final. */
export type SavePurpose = 'plan' | 'before' | 'session' | 'asItIs' | 'correction' | 'final'

/** The attendance that the therapist states; planned, begun and held follow from the save. */
export type Attendance = 'came' | Exclude<SessionStatus, 'planned' | 'begun' | 'held'>

export function attendanceOf(status: SessionStatus): Attendance {
  return status === 'planned' || status === 'begun' || status === 'held' ? 'came' : status
}

/** The status in the form after the therapist states the attendance. */
export function statusFor(attendance: Attendance, stored: SessionStatus | null): SessionStatus {
  if (attendance !== 'came') return attendance
  return stored === null || attendanceOf(stored) !== 'came' ? 'planned' : stored
}

/** Whether there is a session yet that the client can rate. */
export function canBeHandedOver({ session }: SessionLog, isAhead: boolean): boolean {
  return !isAhead && attendanceOf(session.status) === 'came'
}

interface Situation {
  readonly log: SessionLog
  readonly stored: StoredSessionLog | null
  readonly part: Part
  readonly isAhead: boolean
}

/**
 * The purpose of Save and its keys. From Before a session that nobody rated stays planned; a rating begins it. It counts
 * as held once something of After is entered.
 */
export function primaryPurpose({ log, stored, part, isAhead }: Situation): SavePurpose {
  // A date that was moved ahead takes back that the session was missed, but not that it was cancelled.
  if (isAhead) return isCancelledInTime(log.session.status) ? 'asItIs' : 'plan'
  if (stored?.session.closedAt) return 'correction'
  if (attendanceOf(log.session.status) !== 'came') return 'asItIs'
  const status = stored?.session.status
  if (part !== 'before' || status === 'held' || isEnteredAfter(log)) return 'session'
  return status === 'begun' || log.responses.length > 0 ? 'before' : 'plan'
}

/** Whether the session can stay planned although Save would begin it. */
export function canStayPlanned(situation: Situation): boolean {
  return primaryPurpose(situation) === 'before'
}

/** Whether the session can be marked as final: not before it was held or missed. */
export function canBeFinal({ log, stored, part, isAhead }: Situation): boolean {
  if (isAhead || stored?.session.closedAt) return false
  return part !== 'before' || stored?.session.status === 'held' || attendanceOf(log.session.status) !== 'came'
}

/** Whether something of After is entered. */
export function isEnteredAfter({ responses, ruptureNote, events }: SessionLog): boolean {
  return responses.some(({ occasion }) => occasion === 'after') || ruptureNote !== null || events.length > 0
}

/** The log to save: the purpose sets its status, and `final` sets the time of closing. */
export function logToSave(log: SessionLog, purpose: SavePurpose, now: string): SessionLog {
  const { status } = log.session
  const final = attendanceOf(status) === 'came' ? 'held' : status
  const statuses: Record<SavePurpose, SessionStatus> = {
    plan: 'planned',
    before: 'begun',
    session: 'held',
    asItIs: status,
    correction: final,
    final,
  }
  const closedAt = purpose === 'final' ? now : log.session.closedAt
  return { ...log, session: { ...log.session, status: statuses[purpose], closedAt } }
}
