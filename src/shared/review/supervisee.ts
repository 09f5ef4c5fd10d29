import { parseDate } from '@internationalized/date'
import { z } from 'zod'
import { bundleHeadSchema } from '../bundles/bundle.ts'
import { contactNameSchema, contactStateSchema } from '../bundles/contact.ts'
import { pseudonymSchema } from '../bundles/pseudonym.ts'
import { calendarDateSchema, instantSchema } from '../records/calendar.ts'
import { learningSchema } from './learning.ts'
import { receivedClientSchema, receivedSummarySchema } from './received-client.ts'

/** After how many months without a bundle a supervisee's data are offered for deletion [Attune's choice]. */
export const offeredAfterMonths = 12

const { number, madeAt, wellbeing } = bundleHeadSchema.shape

/** Accepts a person who has shared clients with the user, and what is known of their last bundle. */
export const superviseeSchema = z.strictObject({
  contactId: z.uuid(),
  name: contactNameSchema,
  state: contactStateSchema,
  number,
  madeAt,
  receivedAt: instantSchema,
  /** Clients that were withdrawn since the user has looked: their data and the comments on them are gone. */
  withdrawn: z.array(pseudonymSchema),
  /** The day from which the data are offered for deletion. */
  offeredFrom: calendarDateSchema,
  isOffered: z.boolean(),
})
export type Supervisee = z.output<typeof superviseeSchema>

/** Accepts everybody whom the user supervises, the newest bundle first, each with every client. */
export const reviewOverviewSchema = z.array(
  superviseeSchema.extend({ clients: z.array(receivedSummarySchema) }),
)

export type ReviewOverview = z.output<typeof reviewOverviewSchema>

/** Accepts one supervisee with their clients, own checks if they shared some, and learning. */
export const reviewedSuperviseeSchema = superviseeSchema.extend({
  clients: z.array(receivedSummarySchema),
  wellbeing,
  learning: learningSchema,
})

export type ReviewedSupervisee = z.output<typeof reviewedSuperviseeSchema>

/** Accepts one received client with the name of their therapist. */
export const reviewedClientSchema = receivedClientSchema.extend({ therapist: contactNameSchema })

export type ReviewedClient = z.output<typeof reviewedClientSchema>

/** The day from which data are offered for deletion: some months after a day. */
export function offeredFrom(day: string): string {
  return parseDate(day).add({ months: offeredAfterMonths }).toString()
}
