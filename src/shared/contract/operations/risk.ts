import { z } from 'zod'
import { riskAnswerIdSchema, riskListSchema, riskSchema } from '../../risk/risk.ts'
import { sessionIdSchema } from '../../records/ids.ts'
import { noteSchema } from '../../records/text.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'

/** Answers that ask for attention at once: shown before anything else, never among the prompts. */
export const risk = {
  /** All that are not closed, newest answer first. */
  listOpen: vaultQuery({ input: nothing, output: riskListSchema }),
  /** Those of one session, open and closed, newest answer first. */
  ofSession: vaultQuery({ input: z.strictObject({ sessionId: sessionIdSchema }), output: riskListSchema }),
  /** Notes that the answer was read, and when. The same note again changes nothing; another one is a `conflict`. */
  acknowledge: vaultMutation({
    input: z.strictObject({ id: riskAnswerIdSchema, note: noteSchema }),
    output: riskSchema,
  }),
  /**
   * Closes an answer with what was done about it, which must be said. `risk-not-acknowledged` where nobody has read
   * it yet. The same note again changes nothing; another one is a `conflict`.
   */
  close: vaultMutation({
    input: z.strictObject({
      id: riskAnswerIdSchema,
      note: noteSchema.refine((note) => note.trim() !== '', 'What was done must be said'),
    }),
    output: riskSchema,
  }),
}
