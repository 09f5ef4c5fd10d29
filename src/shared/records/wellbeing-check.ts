import { z } from 'zod'
import { answersSchema } from '../instruments/response.ts'
import { calendarDateSchema, instantSchema } from './calendar.ts'
import { wellbeingCheckIdSchema } from './ids.ts'
import { noteSchema } from './text.ts'

/** The therapist's own private check, independent of any client and session. */
export const wellbeingCheckSchema = z.strictObject({
  id: wellbeingCheckIdSchema,
  takenOn: calendarDateSchema,
  instrumentId: z.string().min(1).max(80),
  instrumentVersion: z.int().min(1),
  answers: answersSchema,
  note: noteSchema,
  recordedAt: instantSchema,
})
export type WellbeingCheck = z.output<typeof wellbeingCheckSchema>
