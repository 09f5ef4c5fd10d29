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
}

/** Makes a session log with only its client and date: nothing rated, guessed or noted. */
export function blankLog({ id, clientId, number, date, zone }: BlankLogStart): SessionLog {
  return {
    session: {
      id,
      clientId,
      number,
      status: 'planned',
      date,
      zone,
      modality: 'in-person',
      durationMinutes: null,
      notes: '',
      guess: 'open',
      closedAt: null,
    },
    responses: [],
    ruptureNote: null,
    events: [],
  }
}

/** Whether discarding a log loses nothing: no rating, no word, no note, and no decision about the guess. */
export function isBlankLog({ session, responses, ruptureNote, events }: SessionLog): boolean {
  return (
    responses.length === 0 &&
    ruptureNote === null &&
    events.length === 0 &&
    session.notes === '' &&
    session.durationMinutes === null &&
    session.guess === 'open'
  )
}
