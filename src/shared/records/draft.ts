import { z } from 'zod'
import { instantSchema } from './calendar.ts'
import { clientIdSchema, sessionIdSchema } from './ids.ts'
import { sessionLogSchema } from './session-log.ts'

/** An unsaved session log, as it was at the last pause in typing. */
export const draftSchema = z.strictObject({
  sessionId: sessionIdSchema,
  clientId: clientIdSchema,
  /** The stored revision it started from; 0 if the session was never saved. */
  baseRevision: z.int().min(0),
  log: sessionLogSchema,
})
export type Draft = z.output<typeof draftSchema>

export const storedDraftSchema = draftSchema.extend({ updatedAt: instantSchema })
export type StoredDraft = z.output<typeof storedDraftSchema>
