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

/** The purpose of a save; each has a button of its own name. */
export type SavePurpose = 'plan' | 'before' | 'session' | 'asItIs' | 'correction' | 'close'

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

/** The action of the screen's one primary button and of Ctrl or Cmd with Enter. */
export function primaryPurpose({ log, stored, part, isAhead }: Situation): SavePurpose {
  // A date that was moved ahead takes back that the session was missed, but not that it was cancelled.
  if (isAhead) return isCancelledInTime(log.session.status) ? 'asItIs' : 'plan'
  if (stored?.session.closedAt) return 'correction'
  if (attendanceOf(log.session.status) !== 'came') return 'asItIs'
  return part === 'before' && stored?.session.status !== 'held' ? 'before' : 'session'
}

/** The alternative action: save as planned, or close with the save. */
export function secondaryPurpose({ log, stored, part, isAhead }: Situation): SavePurpose | null {
  if (isAhead || stored?.session.closedAt) return null
  const isHeld = stored?.session.status === 'held'
  if (part === 'before' && !isHeld && attendanceOf(log.session.status) === 'came') return 'plan'
  return 'close'
}

/** The log to save: the purpose sets its status, and closing sets the time of closing. */
export function logToSave(log: SessionLog, purpose: SavePurpose, now: string): SessionLog {
  const { status } = log.session
  const final = attendanceOf(status) === 'came' ? 'held' : status
  const statuses: Record<SavePurpose, SessionStatus> = {
    plan: 'planned',
    before: 'begun',
    session: 'held',
    asItIs: status,
    correction: final,
    close: final,
  }
  const closedAt = purpose === 'close' ? now : log.session.closedAt
  return { ...log, session: { ...log.session, status: statuses[purpose], closedAt } }
}
