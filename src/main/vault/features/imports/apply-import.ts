import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import type { Response, SessionLog } from '#shared/records/session-log.ts'
import { checkResponse } from '../../records/instruments/check-responses.ts'
import type { Records } from '../../records/records.ts'
import { toVisibleSession } from '../../records/sessions/visible-session.ts'
import type { PlannedImport, PlannedSession } from './plan-import.ts'

/** Writes a planned import, inside the caller's transaction. */
export function applyImport(records: Records, plan: PlannedImport): void {
  const { clients, context } = records
  const now = context.now().toISOString()
  for (const client of plan.clients)
    clients.insert({
      ...client,
      status: 'active',
      therapyType: '',
      usualDurationMinutes: null,
      notes: '',
      createdAt: now,
      revision: 1,
    })
  for (const session of plan.sessions) {
    session.added.forEach((response) => checkResponse(records.instruments, response, 'file'))
    writeSession(records, session, now)
    records.riskPath.open(session, session.added)
  }
}

const byRater = (responses: readonly Response[], rater: Response['rater']): Response[] =>
  responses.filter((response) => response.rater === rater)

function writeSession({ sessions, context }: Records, session: PlannedSession, now: string): void {
  const { before, added } = session
  const ofTherapist = byRater(added, 'therapist')
  const ofClient = byRater(added, 'client')
  if (before === null) sessions.putTherapistPart(newLog(session, context.zone()), 1, now)
  else if (ofTherapist.length > 0) {
    // What was final keeps its earlier version, as after any other correction.
    if (before.session.closedAt !== null)
      sessions.keepVersion({ ...toVisibleSession(before), responses: [...before.responses] })
    const { ruptureNote, events } = before
    const responses = [...byRater(before.responses, 'therapist'), ...ofTherapist]
    sessions.putTherapistPart(
      { session: before.session, responses, ruptureNote, events: [...events] },
      before.revision + 1,
      now,
    )
  }
  if (ofClient.length > 0)
    sessions.putClientResponses(session.id, [...byRater(before?.responses ?? [], 'client'), ...ofClient])
}

function newLog({ id, clientId, number, date, from, added }: PlannedSession, zone: string): SessionLog {
  const hasGuess = added.some(({ instrumentId }) => instrumentId === ownInstruments.emotionsGuess)
  return {
    session: {
      id,
      clientId,
      number,
      status: from.status,
      date,
      timeOfDay: null,
      zone,
      modality: from.modality,
      durationMinutes: from.durationMinutes,
      notes: '',
      // Nobody can guess any more at a session that is over.
      guess: hasGuess ? 'sealed' : from.status === 'planned' ? 'open' : 'skipped',
      closedAt: null,
    },
    responses: byRater(added, 'therapist'),
    ruptureNote: null,
    events: [],
  }
}
