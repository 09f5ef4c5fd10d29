import { z } from 'zod'
import { bundledClientSchema } from '../bundles/bundled-client.ts'
import { instantSchema } from '../records/calendar.ts'
import { receivedChangeSchema } from './changes.ts'
import { openWorkSchema } from './open-work.ts'

/**
 * The id of a supervisee's client in the supervisor's vault. It stays the same while later bundles bring the client
 * again, so a comment on a session (by its number) or an episode (by its series and its peak) stays where it belongs.
 */
export const receivedClientIdSchema = z.uuid().brand<'ReceivedClientId'>()

/** What a list shows of a supervisee's client. */
export const receivedSummarySchema = z.strictObject({
  id: receivedClientIdSchema,
  contactId: z.uuid(),
  pseudonym: bundledClientSchema.shape.pseudonym,
  /** The number of the last bundle that brought the client. */
  bundleNumber: z.int().min(1),
  question: bundledClientSchema.shape.question,
  sessions: z.int().min(0),
  /** The highest number of a session that was shared; null without any. */
  lastSession: z.int().min(1).nullable(),
  work: z.array(openWorkSchema),
  /** Since the user has looked at the supervisee. */
  changes: z.array(receivedChangeSchema),
})
export type ReceivedSummary = z.output<typeof receivedSummarySchema>

/** A supervisee's client as the last bundle has them. */
export const receivedClientSchema = receivedSummarySchema.extend({
  content: bundledClientSchema,
  /** When each session first came, in the order of the sessions. */
  came: z.array(z.strictObject({ number: z.int().min(1), cameAt: instantSchema })),
})
export type ReceivedClient = z.output<typeof receivedClientSchema>
