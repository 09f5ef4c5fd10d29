import { z } from 'zod'
import { calendarDateSchema, instantSchema, timeOfDaySchema, timeZoneSchema } from './calendar.ts'
import { clientIdSchema, sessionEventIdSchema, sessionIdSchema } from './ids.ts'
import { noteSchema } from './text.ts'

/**
 * The life of a session: planned → begun (with the Before card) → held, late cancel or no show; or cancelled in time.
 * Closing it is separate (`closedAt`), so that the status is preserved.
 */
export const sessionStatuses = [
  'planned',
  'begun',
  'held',
  'late-cancel',
  'no-show',
  'cancelled-by-client',
  'cancelled-by-therapist',
] as const
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

/** Whether a session was cancelled early enough that nobody missed it. */
export function isCancelledInTime(status: SessionStatus): boolean {
  return status === 'cancelled-by-client' || status === 'cancelled-by-therapist'
}

/** Whether the client missed a session: cancelled it late, or did not come. */
export function isMissed(status: SessionStatus): boolean {
  return status === 'late-cancel' || status === 'no-show'
}

/**
 * Whether a session takes a place in the course of the ratings, rated or not. A planned one has no rating yet, and one
 * that was cancelled in time is no gap.
 */
export function countsInCourse(status: SessionStatus): boolean {
  return status !== 'planned' && !isCancelledInTime(status)
}

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
  /** When it begins; null if nobody entered it. */
  timeOfDay: timeOfDaySchema.nullable().default(null),
  zone: timeZoneSchema,
  modality: z.enum(modalities),
  durationMinutes: z.int().min(1).max(600).nullable(),
  notes: noteSchema,
  guess: z.enum(guessStates),
  closedAt: instantSchema.nullable(),
})
export type Session = z.output<typeof sessionSchema>

const ways = {
  notHeld: ['late-cancel', 'no-show', 'cancelled-by-client', 'cancelled-by-therapist'],
  takingPlace: ['planned', 'begun', 'held'],
} as const

const nextStatuses: Record<SessionStatus, readonly SessionStatus[]> = {
  planned: ['begun', 'held', ...ways.notHeld],
  begun: ['planned', 'held', ...ways.notHeld],
  held: ways.notHeld,
  'late-cancel': [...ways.takingPlace, ...ways.notHeld],
  'no-show': [...ways.takingPlace, ...ways.notHeld],
  'cancelled-by-client': [...ways.takingPlace, ...ways.notHeld],
  'cancelled-by-therapist': [...ways.takingPlace, ...ways.notHeld],
}

/**
 * Whether a session may change from one status to another. No change and the correction of a wrong choice are always
 * allowed.
 */
export function canBecome(from: SessionStatus, to: SessionStatus): boolean {
  return from === to || nextStatuses[from].includes(to)
}
