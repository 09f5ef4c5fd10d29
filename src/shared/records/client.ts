import { z } from 'zod'
import { calendarDateSchema, instantSchema } from './calendar.ts'
import { clientIdSchema } from './ids.ts'
import { enteredLineSchema, lineSchema, noteSchema } from './text.ts'

export const clientStatuses = ['active', 'paused', 'ended'] as const
export const clientStatusSchema = z.enum(clientStatuses)

export const longestCode = 40
export const longestTherapyType = 80

/** What the therapist enters about a client. A code replaces the name, which Attune never asks for. */
export const clientEntrySchema = z.strictObject({
  id: clientIdSchema,
  code: enteredLineSchema(longestCode).pipe(z.string().min(1)),
  status: clientStatusSchema,
  startedOn: calendarDateSchema,
  therapyType: enteredLineSchema(longestTherapyType),
  /** How long this client's sessions usually are; null if nobody entered it. */
  usualDurationMinutes: z.int().min(1).max(600).nullable().default(null),
  notes: noteSchema,
})

export const clientSchema = clientEntrySchema.extend({
  // Reads values stored before the current rules for entering them.
  code: lineSchema(longestCode).pipe(z.string().min(1)),
  therapyType: lineSchema(longestTherapyType),
  isFictional: z.boolean(),
  createdAt: instantSchema,
  revision: z.int().min(1),
})

export type ClientEntry = z.output<typeof clientEntrySchema>
export type Client = z.output<typeof clientSchema>

/** A code in comparable form: ignores letter case, width and the encoding of accents. */
export function codeKey(code: string): string {
  return code.normalize('NFKC').trim().toLocaleLowerCase('en')
}

/** The clients that something about all of them counts: the real ones, or the fictional ones if there are no others. */
export function realOrFictional<C extends Pick<Client, 'isFictional'>>(clients: readonly C[]): readonly C[] {
  const real = clients.filter(({ isFictional }) => !isFictional)
  return real.length > 0 ? real : clients
}
