import { randomUUID } from 'node:crypto'
import { clientEntrySchema, type ClientEntry } from '#shared/records/client.ts'
import { sessionLogSchema, type SessionLog } from '#shared/records/session-log.ts'

/** A client as a therapist would enter one. */
export function clientEntry(change: Partial<Record<keyof ClientEntry, unknown>> = {}): ClientEntry {
  return clientEntrySchema.parse({
    id: randomUUID(),
    code: `Test ${Math.random()}`,
    status: 'active',
    startedOn: '2026-01-05',
    therapyType: 'Integrative',
    notes: '',
    ...change,
  })
}

/** A held session of a client, without ratings. */
export function sessionLog(
  clientId: string,
  change: { session?: object; responses?: unknown[]; ruptureNote?: unknown; events?: unknown[] } = {},
): SessionLog {
  return sessionLogSchema.parse({
    session: {
      id: randomUUID(),
      clientId,
      number: 1,
      status: 'held',
      date: '2026-03-16',
      zone: 'Europe/Oslo',
      modality: 'in-person',
      durationMinutes: 50,
      notes: '',
      guess: 'open',
      closedAt: null,
      ...change.session,
    },
    responses: change.responses ?? [],
    ruptureNote: change.ruptureNote ?? null,
    events: change.events ?? [],
  })
}

/** A therapist's response to one of the shipped instruments. */
export function therapistResponse(
  instrumentId: string,
  values: Record<string, number | null>,
  change: object = {},
) {
  return {
    id: randomUUID(),
    instrumentId,
    instrumentVersion: 1,
    rater: 'therapist',
    occasion: 'after',
    answers: answersOf(values),
    words: [],
    comment: '',
    recordedAt: '2026-03-16T15:00:00.000Z',
    ...change,
  }
}

/** Answers by item id; null is a skipped item. */
export function answersOf(values: Record<string, number | null>) {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [
      id,
      { value, missingReason: value === null ? ('skipped' as const) : null },
    ]),
  )
}
