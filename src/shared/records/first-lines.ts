import { z } from 'zod'
import { sessionIdSchema } from './ids.ts'

/** The longest first line of a text, in UTF-16 code units. A longer one is cut and ends with “…”. */
export const longestFirstLine = 200

const lineSchema = z
  .string()
  .min(1)
  .max(longestFirstLine + 1)
  .nullable()

/** What was written in a session: the first line of the note, of an event and of the client's comment. */
export const firstLinesSchema = z.strictObject({
  sessionId: sessionIdSchema,
  note: lineSchema,
  event: lineSchema,
  comment: lineSchema,
})
export type FirstLines = z.output<typeof firstLinesSchema>
