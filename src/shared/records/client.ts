import { z } from 'zod'
import { calendarDateSchema, instantSchema } from './calendar.ts'
import { clientIdSchema } from './ids.ts'
import { enteredLineSchema, lineSchema, noteSchema } from './text.ts'

export const clientStatuses = ['active', 'paused', 'ended'] as const
export const clientStatusSchema = z.enum(clientStatuses)

/** What the therapist enters about a client. A code stands for the person; names are not asked for. */
export const clientEntrySchema = z.strictObject({
  id: clientIdSchema,
  code: enteredLineSchema(40).pipe(z.string().min(1)),
  status: clientStatusSchema,
  startedOn: calendarDateSchema,
  therapyType: enteredLineSchema(80),
  notes: noteSchema,
})

export const clientSchema = clientEntrySchema.extend({
  // What was stored before a rule for entering it came is read all the same.
  code: lineSchema(40).pipe(z.string().min(1)),
  therapyType: lineSchema(80),
  isFictional: z.boolean(),
  createdAt: instantSchema,
  revision: z.int().min(1),
})

export type ClientEntry = z.output<typeof clientEntrySchema>
export type Client = z.output<typeof clientSchema>

/** The form in which two codes count as the same: letter case, width and accents' encoding don't matter. */
export function codeKey(code: string): string {
  return code.normalize('NFKC').trim().toLocaleLowerCase('en')
}
