import { z } from 'zod'
import { instantSchema } from './calendar.ts'
import { clientIdSchema, sessionIdSchema } from './ids.ts'
import { ruptureNoteSchema } from './rupture-note.ts'
import { sessionLogSchema } from './session-log.ts'
import { sessionEventSchema, sessionSchema } from './session.ts'
import { longestDraftText } from './text.ts'

const typedTextSchema = z.string().max(longestDraftText)

/** A session log as it is typed: its notes may be longer than a saved one's. */
export const draftLogSchema = sessionLogSchema.extend({
  session: sessionSchema.extend({ notes: typedTextSchema }),
  ruptureNote: ruptureNoteSchema.extend({ note: typedTextSchema }).nullable(),
  events: z.array(sessionEventSchema.extend({ note: typedTextSchema })).max(40),
})

/** An unsaved session log, as it was at the last pause in typing. */
export const draftSchema = z.strictObject({
  sessionId: sessionIdSchema,
  clientId: clientIdSchema,
  /** The stored revision it started from; 0 if the session was never saved. */
  baseRevision: z.int().min(0),
  log: draftLogSchema,
  /** The date as it was typed, if it is no date yet, empty if it was cleared; null if the log's own date is the typed one. */
  typedDate: z.string().max(60).nullish(),
})
export type Draft = z.output<typeof draftSchema>

export const storedDraftSchema = draftSchema.extend({ updatedAt: instantSchema })
export type StoredDraft = z.output<typeof storedDraftSchema>
