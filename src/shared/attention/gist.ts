import { z } from 'zod'
import { clientSeriesSchema } from '../series/client-series.ts'
import { attentionReasonSchema, clientAttentionSchema, type AttentionReason } from './attention.ts'

/** Must be raised when the same records give another gist; then all of them are worked out again. */
export const gistVersion = 3

const number = z.int().min(1)
const { trend, outcome } = clientAttentionSchema.shape

/**
 * Accepts what a client's ratings and notes come to for Today and Clients: everything that depends neither on the day
 * nor on the client's status.
 */
export const gistSchema = z.strictObject({
  /** Reasons in the ratings and noted ruptures, except a fall. */
  reasons: z.array(attentionReasonSchema),
  /** The reason of an open or unrepaired fall, and the spread pooled over a series that it was judged by. */
  fall: z.strictObject({
    reason: attentionReasonSchema.nullable(),
    /** Null if no pooled spread counts. */
    series: z.string().nullable(),
    /** In points; null if it was not known. */
    spread: z.number().nullable(),
  }),
  trend,
  outcome,
  /** The last session that was held or has begun. */
  lastSeen: z.strictObject({ number, date: z.string() }).nullable(),
})
export type Gist = Readonly<z.output<typeof gistSchema>>

/** Accepts the ratings of the alliance that leads a client's page: what a fall is found in. */
export const leadCourseSchema = z.strictObject({
  /** The series, with the spread that is known without pooling; null if none leads the page. */
  lead: clientSeriesSchema
    .pick({ id: true, minimum: true, maximum: true, step: true, known: true })
    .nullable(),
  /** The sessions that count in the course, and the rating in each. */
  numbers: z.array(number),
  scores: z.array(z.number().nullable()),
  /** The sessions whose drop the therapist closed. */
  closed: z.array(number),
})
export type LeadCourse = Readonly<z.output<typeof leadCourseSchema>>

/** All reasons that a gist holds. */
export function reasonsIn({ reasons, fall }: Gist): AttentionReason[] {
  return fall.reason === null ? [...reasons] : [...reasons, fall.reason]
}
