import { z } from 'zod'
import { contactNameSchema } from '../bundles/contact.ts'
import { pseudonymSchema } from '../bundles/pseudonym.ts'
import { instantSchema } from '../records/calendar.ts'
import { clientIdSchema } from '../records/ids.ts'
import { clientPartSchema, clientShareSchema } from './share-choice.ts'

const count = z.int().min(0)

/** A contact to whom bundles can be sent. */
export const recipientSchema = z.strictObject({
  id: z.uuid(),
  name: contactNameSchema,
  /** When the newest bundle was made for them; null if none was. */
  lastSentAt: instantSchema.nullable(),
  /** How many clients were withdrawn from them, and no bundle has asked them to remove these yet. */
  toWithdraw: count,
})
export type Recipient = z.output<typeof recipientSchema>

/** A client as the share screen lists them. */
export const shareableSchema = z.strictObject({
  clientId: clientIdSchema,
  code: z.string(),
  isOnAgenda: z.boolean(),
  /** The questions of the client's open items on the agenda, one a line. */
  question: z.string(),
  /** Whether a consent allows sharing with every contact. */
  allowsAll: z.boolean(),
  /** The contacts with whom a consent of its own allows sharing. */
  allowedContacts: z.array(z.uuid()),
  /** What was chosen of the client and not sent yet; null if nothing was. */
  chosen: clientPartSchema.nullable(),
})
export type Shareable = z.output<typeof shareableSchema>

/** What of one client can be chosen. */
export const shareableDetailSchema = z.strictObject({
  /** The numbers of the sessions that are not planned, in order. */
  sessions: z.array(z.int().min(1)),
  series: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      instrumentTitle: z.string(),
      rater: z.enum(['client', 'therapist']),
      /** Whether it leads the client's page, or is the other person's view of the same. */
      isUsual: z.boolean(),
      sessions: count,
    }),
  ),
})
export type ShareableDetail = z.output<typeof shareableDetailSchema>

/** A bundle that was saved for a contact, and what was chosen. */
export const sentBundleSchema = z.strictObject({
  id: z.uuid(),
  contactId: z.uuid(),
  contactName: contactNameSchema,
  sentAt: instantSchema,
  isWithWellbeing: z.boolean(),
  /** How many clients were in it, also those that were erased since. */
  clientCount: count,
  /** How many clients it asks to remove. */
  removals: count,
})
export type SentBundle = z.output<typeof sentBundleSchema>

/** A client in a sent bundle. */
export const sentClientSchema = z.strictObject({
  code: z.string(),
  pseudonym: pseudonymSchema,
  choice: clientShareSchema,
})

/** What was put of one client into a bundle for one contact. */
export const sentShareSchema = z.strictObject({
  contactName: contactNameSchema,
  sentAt: instantSchema,
  choice: clientShareSchema,
})
export type SentShare = z.output<typeof sentShareSchema>

/** A sent bundle with its clients, without those that were erased since. */
export const listedSentSchema = sentBundleSchema.extend({ clients: z.array(sentClientSchema) })
export type ListedSent = z.output<typeof listedSentSchema>
