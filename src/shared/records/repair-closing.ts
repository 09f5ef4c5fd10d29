import { z } from 'zod'
import { calendarDateSchema } from './calendar.ts'
import { sessionIdSchema } from './ids.ts'
import { noteSchema } from './text.ts'

/** The ways in which a strain between client and therapist can be over. */
export const repairEndings = ['repaired', 'understood', 'let-go', 'no-strain'] as const

/**
 * What the therapist said when they closed what was open from a session: the drop in the client's rating that was lowest
 * there, the rupture noted there, or both.
 */
export const repairClosingSchema = z.strictObject({
  sessionId: sessionIdSchema,
  isOfFall: z.boolean(),
  isOfNote: z.boolean(),
  how: z.enum(repairEndings),
  words: noteSchema,
  closedOn: calendarDateSchema,
})
export type RepairClosing = z.output<typeof repairClosingSchema>
