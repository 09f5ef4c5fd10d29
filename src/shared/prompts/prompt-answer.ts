import { z } from 'zod'
import { instantSchema } from '../records/calendar.ts'
import { clientIdSchema } from '../records/ids.ts'
import { noteSchema } from '../records/text.ts'
import { promptSchema, ruleIdSchema } from './prompt.ts'

/** The page makes the id of an answer, so that sending it twice changes nothing. */
export const promptAnswerIdSchema = z.uuid().brand<'PromptAnswerId'>()

/** The possible answers to a prompt. `later` asks for it again next session. */
export const promptAnswerKinds = ['helpful', 'dismissed', 'later', 'supervision'] as const
export type PromptAnswerKind = (typeof promptAnswerKinds)[number]

/** Why a prompt was dismissed. */
export const dismissalReasons = ['doesnt-fit', 'knew-it', 'not-now', 'wrong-number', 'other'] as const
export type DismissalReason = (typeof dismissalReasons)[number]

const answerFields = {
  id: promptAnswerIdSchema,
  /** Null if the prompt is about the therapist's own checks. */
  clientId: clientIdSchema.nullable(),
  ruleId: ruleIdSchema,
  ruleVersion: z.int().min(1),
  answer: z.enum(promptAnswerKinds),
  /** Given only if the prompt was dismissed, and then always. */
  reason: z.enum(dismissalReasons).nullable(),
  note: noteSchema.max(2_000),
}

/** A new answer, to this rule's prompt about this session's numbers. */
export const promptAnswerEntrySchema = z
  .strictObject({ ...answerFields, promptSession: z.int().min(1) })
  .refine(({ answer, reason }) => (answer === 'dismissed') === (reason !== null), {
    path: ['reason'],
    error: 'A reason belongs to a dismissal, and every dismissal has one',
  })
export type PromptAnswerEntry = z.output<typeof promptAnswerEntrySchema>

/** A copy of the prompt when it was answered: later ratings never change it. */
export const keptPromptSchema = promptSchema.pick({
  title: true,
  because: true,
  numbers: true,
  suggestion: true,
  source: true,
  sessionNumber: true,
})

/** A stored answer. `sessionNumber` is the client's newest session (or own check) at that time. */
export const promptAnswerSchema = z.strictObject({
  ...answerFields,
  sessionNumber: z.int().min(1),
  prompt: keptPromptSchema,
  answeredAt: instantSchema,
  /** When it was discussed in supervision, if it was taken there. */
  discussedAt: instantSchema.nullable(),
})
export type PromptAnswer = z.output<typeof promptAnswerSchema>

/** The parts of an answer that decide when its rule may prompt again. */
export type PastAnswer = Pick<PromptAnswer, 'ruleId' | 'sessionNumber' | 'answer' | 'reason'>

/** How the subjects of the drafts of one rule's dismissals begin; the number of the prompt's session follows. */
export const dismissalSubjects = ({
  clientId,
  ruleId,
}: Pick<PromptAnswerEntry, 'clientId' | 'ruleId'>): string => `${clientId ?? 'own'} ${ruleId}`
