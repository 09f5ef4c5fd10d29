import { z } from 'zod'
import { instantSchema, calendarDateSchema } from '../records/calendar.ts'
import { clientIdSchema, sessionIdSchema } from '../records/ids.ts'
import { noteSchema } from '../records/text.ts'

/** The id of one answer that asks for attention at once. */
export const riskAnswerIdSchema = z.uuid().brand<'RiskAnswerId'>()

const stepSchema = z.strictObject({ at: instantSchema, note: noteSchema })

/**
 * Accepts an answer that asks for attention at once, with all that is needed to show it: who, when, the words of
 * the item and of the answer, and what was done about it so far.
 *
 * Whether an answer is one is the instrument's to say. It is open until it is closed, and no later answer takes it
 * back.
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
  /** The highest answer there is. */
  maximum: z.number(),
  /** The words of the answer; null where only the ends of the scale have words. */
  answerLabel: z.string().nullable(),
  answeredAt: instantSchema,
  acknowledged: stepSchema.nullable(),
  closed: stepSchema.nullable(),
})
export type Risk = z.output<typeof riskSchema>

/** Accepts risk answers with the text that is to stand beside them, which is never empty. */
export const riskListSchema = z.strictObject({
  risks: z.array(riskSchema),
  crisisText: z.string().min(1),
  /** Whether somebody has written that text; else it says that nobody has. */
  isCrisisTextWritten: z.boolean(),
})
export type RiskList = z.output<typeof riskListSchema>

/** Whether it is still to be dealt with. */
export function isOpenRisk({ closed }: Risk): boolean {
  return closed === null
}
