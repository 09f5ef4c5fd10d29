import { z } from 'zod'
import { plainTextSchema } from '../plain-text.ts'
import { packLimits } from './pack-limits.ts'

const questions = z.int().min(1)
/** The address of a list of answers, as the file names it. */
const addressSchema = plainTextSchema.max(300)

/** The kinds of questions that a person can leave out of a file. */
export const leavableKinds = ['conditional', 'free-text', 'numbers'] as const

/**
 * Accepts what a person can decide so that a file is read which is refused otherwise: what to do, and with how many
 * questions.
 */
export const packAskSchema = z.discriminatedUnion('kind', [
  /** No answer of the file has a score: number the answers from 0 on, in their order. */
  z.strictObject({ kind: z.literal('number-answers'), questions }),
  /** Questions under a condition, the free text beside scored answers, or numbers that can't be scored. */
  z.strictObject({ kind: z.literal('leave-out'), what: z.enum(leavableKinds), questions }),
  /** The file names a list of answers that it doesn't contain. */
  z.strictObject({ kind: z.literal('answers'), address: addressSchema, questions }),
  /** The file has several forms, of which one can be an instrument. */
  z.strictObject({
    kind: z.literal('form'),
    forms: z.array(z.strictObject({ name: plainTextSchema, questions })).min(1),
  }),
])
export type PackAsk = z.output<typeof packAskSchema>

/** Accepts what a person decided about a file. */
export const packDecisionsSchema = z.strictObject({
  numberAnswers: z.boolean().optional(),
  leaveOut: z.array(z.enum(leavableKinds)).max(leavableKinds.length).optional(),
  /** The answers of each named list, with their points; null leaves its questions out. */
  answers: z
    .array(
      z.strictObject({
        address: addressSchema,
        labels: z
          .array(z.strictObject({ score: z.number(), text: plainTextSchema }))
          .min(2)
          .max(packLimits.answers)
          .nullable(),
      }),
    )
    .max(50)
    .optional(),
  form: plainTextSchema.optional(),
})
export type PackDecisions = z.output<typeof packDecisionsSchema>

/** Whether a list's address is one that a person can be asked about. */
export function isAskableAddress(address: string): boolean {
  return addressSchema.safeParse(address).success
}
