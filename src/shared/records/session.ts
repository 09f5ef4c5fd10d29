import { z } from 'zod'
import { calendarDateSchema, instantSchema, timeZoneSchema } from './calendar.ts'
import { clientIdSchema, sessionEventIdSchema, sessionIdSchema } from './ids.ts'
import { noteSchema } from './text.ts'

/**
 * The life of a session: planned → begun (with the Before card) → held, late cancel or no show. Closing it is
 * separate (`closedAt`), so that the status is preserved.
 */
export const sessionStatuses = ['planned', 'begun', 'held', 'late-cancel', 'no-show'] as const
export const sessionStatusSchema = z.enum(sessionStatuses)
export type SessionStatus = z.output<typeof sessionStatusSchema>

export const modalities = ['in-person', 'video', 'phone'] as const
export const sessionEventKinds = [
  'client-cried',
  'concern-raised',
  'concern-taken-up',
  'cultural-concern',
  'feelings-explored',
  'other',
] as const

/** An event in the session that later screens and prompts refer to. */
export const sessionEventSchema = z.strictObject({
  id: sessionEventIdSchema,
  kind: z.enum(sessionEventKinds),
  note: noteSchema,
})
export type SessionEvent = z.output<typeof sessionEventSchema>

/** Whether the therapist's guess of the client's emotions is still open, sealed or explicitly skipped. */
export const guessStates = ['open', 'sealed', 'skipped'] as const

export const sessionSchema = z.strictObject({
  id: sessionIdSchema,
  clientId: clientIdSchema,
  number: z.int().min(1).max(100_000),
  status: sessionStatusSchema,
  date: calendarDateSchema,
  zone: timeZoneSchema,
  modality: z.enum(modalities),
  durationMinutes: z.int().min(1).max(600).nullable(),
  notes: noteSchema,
  guess: z.enum(guessStates),
  closedAt: instantSchema.nullable(),
})
export type Session = z.output<typeof sessionSchema>

const nextStatuses: Record<SessionStatus, readonly SessionStatus[]> = {
  planned: ['begun', 'held', 'late-cancel', 'no-show'],
  begun: ['planned', 'held', 'late-cancel', 'no-show'],
  held: ['late-cancel', 'no-show'],
  'late-cancel': ['planned', 'begun', 'held', 'no-show'],
  'no-show': ['planned', 'begun', 'held', 'late-cancel'],
}

/**
 * Whether a session may change from one status to another. No change and the correction of a wrong choice are always
 * allowed.
 */
export function canBecome(from: SessionStatus, to: SessionStatus): boolean {
  return from === to || nextStatuses[from].includes(to)
}
