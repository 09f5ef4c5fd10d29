import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import type { Response, SessionLog } from '#shared/records/session-log.ts'
import { checkResponse } from '../../records/instruments/check-responses.ts'
import type { Records } from '../../records/records.ts'
import type { FullSession } from '../../records/sessions/session.repository.ts'
import { toVisibleSession } from '../../records/sessions/visible-session.ts'
import { digestOf, type KeptSession } from './kept-imports.ts'
import type { PlannedOfClient, PlannedSession } from './plan-import.ts'

/** Writes what is planned for one client, inside the caller's transaction. Yields after each session. */
export function* applyImport(
  records: Records,
  { clientId, client, sessions }: PlannedOfClient,
): Generator<undefined, KeptSession[]> {
  const now = records.context.now().toISOString()
  if (client !== null)
    records.clients.insert({
      ...client,
      status: 'active',
      therapyType: '',
      usualDurationMinutes: null,
      notes: '',
      createdAt: now,
      revision: 1,
    })
  const kept: KeptSession[] = []
  for (const session of sessions) {
    session.added.forEach((response) => checkResponse(records.instruments, response, 'file'))
    const written = writeSession(records, session, now)
    records.riskPath.open(session, session.added)
    kept.push({
      id: session.id,
      clientId,
      made: session.before === null ? digestOf(written) : null,
      added: session.added.map((form) => ({ id: form.id, digest: digestOf(form) })),
    })
    yield undefined
  }
  records.ownSpreads.keep(clientId)
  return kept
}

function writeSession({ sessions, context }: Records, planned: PlannedSession, now: string): FullSession {
  const { before, added } = planned
  if (before === null) return sessions.putWhole(newLog(planned, context.zone()), 1, now)
  const { session, ruptureNote, events, responses, revision, savedAt } = before
  const log = { session, ruptureNote, events: [...events], responses: [...responses, ...added] }
  if (added.every(({ rater }) => rater === 'client')) return sessions.putWhole(log, revision, savedAt)
  // What was final keeps its earlier version, as after any other correction.
  if (session.closedAt !== null)
    sessions.keepVersion({ ...toVisibleSession(before), responses: [...responses] })
  return sessions.putWhole(log, revision + 1, now)
}

function newLog({ id, clientId, number, date, from, added }: PlannedSession, zone: string): SessionLog {
  const hasGuess = added.some(({ instrumentId }) => instrumentId === ownInstruments.emotionsGuess)
  const responses: Response[] = [...added]
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
      notes: from.notes,
      // Nobody can guess any more at a session that is over.
      guess: hasGuess ? 'sealed' : from.status === 'planned' ? 'open' : 'skipped',
      closedAt: null,
    },
    responses,
    ruptureNote: null,
    events: [],
  }
}
