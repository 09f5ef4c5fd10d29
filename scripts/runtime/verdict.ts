import { z } from 'zod'

/** Why a program does not run the app here, as far as its output shows. */
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
    /** The reason without its subject, the program's name: "does not start as root". */
    reason: z.string(),
    /** The time waited, if more time could have helped. */
    waitedMilliseconds: z.number().optional(),
  }),
])

/** Whether something works here, and if not, why. */
export type Verdict = z.infer<typeof verdictSchema>

/** Why something does not work here. */
export type Failure = Extract<Verdict, { works: false }>

/** Whether a try that failed would fail again in this time: more time can't help, or this is not clearly more. */
export function failsAgainWithin({ waitedMilliseconds }: Failure, timeoutMilliseconds: number): boolean {
  // A few milliseconds of difference between two starts are no more time.
  return timeoutMilliseconds <= (waitedMilliseconds ?? Infinity) * 1.2
}
