import { z } from 'zod'
import { calendarDateSchema } from '../records/calendar.ts'
import { clientIdSchema } from '../records/ids.ts'
import { noteSchema } from '../records/text.ts'

export const fewestRetentionYears = 1
export const mostRetentionYears = 50

/** After how many years without a session an ended therapy is due for review. Off by default. */
export const retentionRuleSchema = z.strictObject({
  isOn: z.boolean(),
  years: z.int().min(fewestRetentionYears).max(mostRetentionYears),
})
export type RetentionRule = z.output<typeof retentionRuleSchema>
export const initialRetentionRule: RetentionRule = { isOn: false, years: 10 }

/** Why and until when a client is kept although the rule makes a review due. */
export const retentionDecisionSchema = z.strictObject({
  until: calendarDateSchema,
  reason: noteSchema.refine((reason) => reason.trim() !== '', 'The reason must be said'),
})

export type RetentionDecision = z.output<typeof retentionDecisionSchema>

/** An ended therapy with its last session longer ago than the rule allows. */
export const retentionItemSchema = z.strictObject({
  clientId: clientIdSchema,
  code: z.string(),
  isFictional: z.boolean(),
  sessions: z.int().min(0),
  /** The day of the last session, or of the beginning if there was none. */
  lastOn: calendarDateSchema,
  /** Kept until a future day. */
  kept: z.strictObject({ until: calendarDateSchema, reason: z.string() }).nullable(),
})
export type RetentionItem = z.output<typeof retentionItemSchema>

export const retentionReviewSchema = z.strictObject({
  rule: retentionRuleSchema,
  /** Longest ago first; empty while the rule is off. */
  items: z.array(retentionItemSchema),
})
export type RetentionReview = z.output<typeof retentionReviewSchema>
