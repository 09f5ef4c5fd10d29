import { z } from 'zod'
import { instantSchema, calendarDateSchema } from '../records/calendar.ts'
import { clientIdSchema, sessionIdSchema } from '../records/ids.ts'
import { noteSchema } from '../records/text.ts'

/** The id of one answer that needs attention at once. */
export const riskAnswerIdSchema = z.uuid().brand<'RiskAnswerId'>()

const stepSchema = z.strictObject({ at: instantSchema, note: noteSchema })

/**
 * Accepts an answer that needs attention at once, with everything needed to show it: who, when, the words of the item
 * and of the answer, and what was done about it so far.
 *
 * The instrument decides which answers are risk answers. One stays open until it is closed; no later answer cancels
 * it.
 */
export const riskSchema = z.strictObject({
  id: riskAnswerIdSchema,
  clientId: clientIdSchema,
  clientCode: z.string(),
  isFictional: z.boolean(),
  sessionId: sessionIdSchema,
  sessionNumber: z.int().min(1),
  sessionDate: calendarDateSchema,
  instrumentId: z.string(),
  instrumentVersion: z.int().min(1),
  instrumentTitle: z.string(),
  itemId: z.string(),
  itemText: z.string(),
  value: z.number(),
  /** The highest possible answer. */
  maximum: z.number(),
  /** The words of the answer; null if only the ends of the scale have words. */
  answerLabel: z.string().nullable(),
  answeredAt: instantSchema,
  acknowledged: stepSchema.nullable(),
  closed: stepSchema.nullable(),
})
export type Risk = z.output<typeof riskSchema>

/** Accepts risk answers with the text to show beside them, which is never empty. */
export const riskListSchema = z.strictObject({
  risks: z.array(riskSchema),
  crisisText: z.string().min(1),
  /** Whether the therapist has written that text; if not, the text says so. */
  isCrisisTextWritten: z.boolean(),
})
export type RiskList = z.output<typeof riskListSchema>

/** Whether it is still open. */
export function isOpenRisk({ closed }: Risk): boolean {
  return closed === null
}
