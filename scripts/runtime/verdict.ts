import { z } from 'zod'

/** Why a program does not run the app here, as far as its last words show. */
const causeSchema = z.enum([
  'root',
  'sandbox',
  'library',
  'display',
  'snap',
  'time',
  'damaged',
  'network',
  'unknown',
])

export const verdictSchema = z.discriminatedUnion('works', [
  z.object({ works: z.literal(true) }),
  z.object({
    works: z.literal(false),
    cause: causeSchema,
    /** What follows the name of the program in a sentence: "does not start as root". */
    reason: z.string(),
    /** How long was waited, where more time could have helped. */
    waitedMilliseconds: z.number().optional(),
  }),
])

/** Whether something works here, and if not, why. */
export type Verdict = z.infer<typeof verdictSchema>

/** Why something does not work here. */
export type Failure = Extract<Verdict, { works: false }>
