import type { ClientId, SessionId } from './ids.ts'
import type { SessionLog } from './session-log.ts'

/** What must be known before anything can be written about a session. */
export interface BlankLogStart {
  readonly id: SessionId
  readonly clientId: ClientId
  readonly number: number
  /** The day it is on, `YYYY-MM-DD`, and the IANA zone in which that day counts. */
  readonly date: string
  readonly zone: string
}

/** A session about which nothing is known but whose it is and when: nothing rated, nothing guessed, nothing noted. */
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

/** Whether a log says nothing yet that would be a loss: no rating, no word, no note, and its guess not decided. */
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
