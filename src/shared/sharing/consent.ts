import { z } from 'zod'
import { contactNameSchema } from '../bundles/contact.ts'
import { calendarDateSchema, instantSchema } from '../records/calendar.ts'
import { clientIdSchema } from '../records/ids.ts'
import { freeTextSchema } from '../records/text.ts'

/** How a client gave their consent. */
export const consentManners = ['in-writing', 'in-person', 'by-phone', 'by-video', 'by-message'] as const

/** The longest note on what was said to and by the client. */
export const longestSaid = 2_000

/** What the therapist records of a client's consent to being discussed with a supervisor. */
export const consentEntrySchema = z.strictObject({
  /** Made by the page, so that sending it twice changes nothing. */
  id: z.uuid(),
  clientId: clientIdSchema,
  /** The contact it is for; null for supervision at large. */
  contactId: z.uuid().nullable(),
  givenOn: calendarDateSchema,
  manner: z.enum(consentManners),
  /** What was said to and by the client. */
  said: freeTextSchema(longestSaid).refine((text) => text.trim() !== ''),
})
export type ConsentEntry = z.output<typeof consentEntrySchema>

/** A consent as the vault keeps it. It stays after it was withdrawn, as long as the client does. */
export const consentSchema = consentEntrySchema.extend({
  /** The contact's name when it was recorded; null for supervision at large. */
  contactName: contactNameSchema.nullable(),
  withdrawnOn: calendarDateSchema.nullable(),
  recordedAt: instantSchema,
})
export type Consent = z.output<typeof consentSchema>

/** Whether one of a client's consents allows sharing with a contact. */
export function allows(
  consents: readonly Pick<Consent, 'contactId' | 'withdrawnOn'>[],
  contactId: string,
): boolean {
  return consents.some(
    (consent) =>
      consent.withdrawnOn === null && (consent.contactId === null || consent.contactId === contactId),
  )
}

/** Where a contact stands who was sent something about a client. */
export const holdingSchema = z.strictObject({
  contactId: z.uuid(),
  contactName: contactNameSchema,
  sentAt: instantSchema,
  /**
   * `shared`: they may keep it. `to-ask`: it was withdrawn, and no bundle has said so yet. `asked`: a later bundle asks
   * them to remove it, which happens when they import that.
   */
  state: z.enum(['shared', 'to-ask', 'asked']),
})
export type Holding = z.output<typeof holdingSchema>
