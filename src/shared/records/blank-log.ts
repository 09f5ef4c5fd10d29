import type { ClientId, SessionId } from './ids.ts'
import type { SessionLog } from './session-log.ts'

/** The facts that a session log needs from the start. */
export interface BlankLogStart {
  readonly id: SessionId
  readonly clientId: ClientId
  readonly number: number
  /** The day of the session, `YYYY-MM-DD`, and the IANA zone of that day. */
  readonly date: string
  readonly zone: string
  /** How long this client's sessions usually are. */
  readonly durationMinutes?: number | null
}

/** Makes a session log with only its client and date: nothing rated, guessed or noted. */
export function blankLog({
  id,
  clientId,
  number,
  date,
  zone,
  durationMinutes = null,
}: BlankLogStart): SessionLog {
  return {
    session: {
      id,
      clientId,
      number,
      status: 'planned',
      date,
      timeOfDay: null,
      zone,
      modality: 'in-person',
      durationMinutes,
      notes: '',
      guess: 'open',
      closedAt: null,
    },
    responses: [],
    ruptureNote: null,
    events: [],
  }
}

/**
 * Whether discarding a log loses nothing: no rating, no word, no note, and no decision about the guess. The client's
 * usual length, with which a log starts, is no loss.
 */
export function isBlankLog(
  { session, responses, ruptureNote, events }: SessionLog,
  usualDurationMinutes: number | null,
): boolean {
  return (
    responses.length === 0 &&
    ruptureNote === null &&
    events.length === 0 &&
    session.notes === '' &&
    session.timeOfDay === null &&
    (session.durationMinutes === null || session.durationMinutes === usualDurationMinutes) &&
    session.guess === 'open'
  )
}
