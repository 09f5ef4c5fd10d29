import { z } from 'zod'
import { instantSchema } from '../records/calendar.ts'
import { enteredLineSchema } from '../records/text.ts'
import { personKeysSchema } from './person-keys.ts'

/** The longest name of a person, in UTF-16 code units. */
export const longestContactName = 80

/** The name that a person gives themselves on a card, or that the user gives a contact. Nothing proves it. */
export const contactNameSchema = enteredLineSchema(longestContactName).pipe(z.string().min(1))

/** The longest text that a card is looked for in, in UTF-16 code units: a message with everything that it quotes. */
export const longestCardMessage = 262_144

/** What one person gives another, so that they can exchange bundles. */
export const cardSchema = z.strictObject({ name: contactNameSchema, keys: personKeysSchema })
export type Card = z.output<typeof cardSchema>

/**
 * Whether a contact's words were compared: `new` means not yet, `changed` that other keys have come since. Only with a
 * `compared` contact are bundles exchanged.
 */
export const contactStateSchema = z.enum(['new', 'compared', 'changed'])

/** Another person with whom bundles are exchanged. */
export const contactSchema = z
  .strictObject({
    id: z.uuid(),
    name: contactNameSchema,
    state: contactStateSchema,
    keys: personKeysSchema,
    /** Keys that came after the compared ones and wait for a decision; null in every state but `changed`. */
    laterKeys: personKeysSchema.nullable(),
    addedAt: instantSchema,
  })
  .refine(({ state, laterKeys }) => (state === 'changed') === (laterKeys !== null))
export type Contact = z.output<typeof contactSchema>
