import { z } from 'zod'
import { responseSchema, type Response } from '#shared/records/session-log.ts'
import { ruptureNoteSchema, type RuptureNote } from '#shared/records/rupture-note.ts'
import {
  sessionEventSchema,
  sessionSchema,
  type Session,
  type SessionEvent,
} from '#shared/records/session.ts'

/** JSON text of a column, parsed and checked. */
const jsonColumn = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema)

const sessionRowSchema = z.strictObject({
  id: z.string(),
  client_id: z.string(),
  number: z.int(),
  status: z.string(),
  date: z.string(),
  zone: z.string(),
  modality: z.string(),
  duration_minutes: z.int().nullable(),
  notes: z.string(),
  guess: z.string(),
  closed_at: z.string().nullable(),
  rupture_note: jsonColumn(ruptureNoteSchema).nullable(),
  revision: z.int(),
  saved_at: z.string(),
})

/** A stored session without its responses and events. */
export interface SessionRecord {
  readonly session: Session
  readonly ruptureNote: RuptureNote | null
  readonly revision: number
  readonly savedAt: string
}

/** Reads a row of `sessions`. */
export function rowToSessionRecord(raw: unknown): SessionRecord {
  const row = sessionRowSchema.parse(raw)
  return {
    session: sessionSchema.parse({
      id: row.id,
      clientId: row.client_id,
      number: row.number,
      status: row.status,
      date: row.date,
      zone: row.zone,
      modality: row.modality,
      durationMinutes: row.duration_minutes,
      notes: row.notes,
      guess: row.guess,
      closedAt: row.closed_at,
    }),
    ruptureNote: row.rupture_note,
    revision: row.revision,
    savedAt: row.saved_at,
  }
}

const responseRowSchema = z
  .strictObject({
    session_id: z.string(),
    id: z.string(),
    instrument_id: z.string(),
    instrument_version: z.int(),
    rater: z.string(),
    occasion: z.string(),
    answers: z.string(),
    words: z.string(),
    comment: z.string(),
    recorded_at: z.string(),
  })
  .transform((row) => ({
    sessionId: row.session_id,
    response: responseSchema.parse({
      id: row.id,
      instrumentId: row.instrument_id,
      instrumentVersion: row.instrument_version,
      rater: row.rater,
      occasion: row.occasion,
      answers: JSON.parse(row.answers),
      words: JSON.parse(row.words),
      comment: row.comment,
      recordedAt: row.recorded_at,
    }),
  }))

/** Reads a row of `responses`, with its session's id. */
export function rowToResponse(raw: unknown): { sessionId: string; response: Response } {
  return responseRowSchema.parse(raw)
}

const eventRowSchema = z
  .strictObject({ session_id: z.string(), id: z.string(), kind: z.string(), note: z.string() })
  .transform((row) => ({
    sessionId: row.session_id,
    event: sessionEventSchema.parse({ id: row.id, kind: row.kind, note: row.note }),
  }))

/** Reads a row of `session_events`, with its session's id. */
export function rowToEvent(raw: unknown): { sessionId: string; event: SessionEvent } {
  return eventRowSchema.parse(raw)
}
