import { z } from 'zod'
import { textRangeSchema } from '../evidence/evidence-item.ts'
import { calendarDateSchema } from '../records/calendar.ts'
import { clientIdSchema, sessionIdSchema } from '../records/ids.ts'

/** The parts of a session that are searched. */
export const notePartSchema = z.enum(['notes', 'rupture', 'tried', 'events', 'comments'])
export type NotePart = z.output<typeof notePartSchema>

/** A piece of a text around searched words, with their positions. */
export const passageSchema = z.strictObject({
  part: notePartSchema,
  text: z.string(),
  ranges: z.array(textRangeSchema),
  isCutBefore: z.boolean(),
  isCutAfter: z.boolean(),
})
export type Passage = z.output<typeof passageSchema>

/** A session in which something was written that holds every searched word. */
export const noteMatchSchema = z.strictObject({
  sessionId: sessionIdSchema,
  clientId: clientIdSchema,
  code: z.string(),
  number: z.int().min(1),
  date: calendarDateSchema,
  passages: z.array(passageSchema),
})
export type NoteMatch = z.output<typeof noteMatchSchema>

/** The longest text that can be searched for, in UTF-16 code units. */
export const longestNoteQuery = 200

/** How many sessions one answer holds at most. */
export const mostNoteMatches = 50
