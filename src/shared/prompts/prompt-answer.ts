import { z } from 'zod'
import { instantSchema } from '../records/calendar.ts'
import { clientIdSchema } from '../records/ids.ts'
import { noteSchema } from '../records/text.ts'
import { promptSchema, ruleIdSchema } from './prompt.ts'

/** Every answer is made with its id, so that sending it twice changes nothing. */
export const promptAnswerIdSchema = z.uuid().brand<'PromptAnswerId'>()

/** What can be said to a prompt. `later` asks for it again next session. */
export const promptAnswerKinds = ['helpful', 'dismissed', 'later', 'supervision'] as const
export type PromptAnswerKind = (typeof promptAnswerKinds)[number]

/** Why a prompt was dismissed. */
export const dismissalReasons = ['doesnt-fit', 'knew-it', 'not-now', 'wrong-number', 'other'] as const
export type DismissalReason = (typeof dismissalReasons)[number]

const answerFields = {
  id: promptAnswerIdSchema,
  /** Null where the prompt is about the therapist's own checks. */
  clientId: clientIdSchema.nullable(),
  ruleId: ruleIdSchema,
  ruleVersion: z.int().min(1),
  answer: z.enum(promptAnswerKinds),
  /** Said exactly where the prompt was dismissed. */
  reason: z.enum(dismissalReasons).nullable(),
  note: noteSchema.max(2_000),
}

/** An answer as it is given: to the prompt of this rule that was made from this session's numbers. */
export const promptAnswerEntrySchema = z
  .strictObject({ ...answerFields, promptSession: z.int().min(1) })
  .refine(({ answer, reason }) => (answer === 'dismissed') === (reason !== null), {
    path: ['reason'],
    error: 'A reason belongs to a dismissal, and every dismissal has one',
  })
export type PromptAnswerEntry = z.output<typeof promptAnswerEntrySchema>

/** The prompt as it stood when it was answered, kept as a value: later ratings never change it. */
export const keptPromptSchema = promptSchema.pick({
  title: true,
  because: true,
  numbers: true,
  suggestion: true,
  source: true,
  sessionNumber: true,
})

/** An answer as it is kept. `sessionNumber` is the client's newest session (or own check) at that time. */
export const promptAnswerSchema = z.strictObject({
  ...answerFields,
  sessionNumber: z.int().min(1),
  prompt: keptPromptSchema,
  answeredAt: instantSchema,
  /** When it was talked about, where it was taken to supervision. */
  discussedAt: instantSchema.nullable(),
})
export type PromptAnswer = z.output<typeof promptAnswerSchema>

/** The parts of an answer that decide when a rule speaks again. */
export type PastAnswer = Pick<PromptAnswer, 'ruleId' | 'sessionNumber' | 'answer' | 'reason'>
