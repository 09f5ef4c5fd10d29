import { z } from 'zod'
import { riskAnswerIdSchema, riskListSchema, riskSchema } from '../../risk/risk.ts'
import { sessionIdSchema } from '../../records/ids.ts'
import { noteSchema } from '../../records/text.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'

/** Answers that need attention at once: shown before anything else, never among the prompts. */
export const risk = {
  /** All that are not closed, newest answer first. */
  listOpen: vaultQuery({ input: nothing, output: riskListSchema }),
  /** Those of one session, open and closed, newest answer first. */
  ofSession: vaultQuery({ input: z.strictObject({ sessionId: sessionIdSchema }), output: riskListSchema }),
  /**
   * Records that the answer was read, and when. The same note again changes nothing; another one fails with
   * `conflict`.
   */
  acknowledge: vaultMutation({
    input: z.strictObject({ id: riskAnswerIdSchema, note: noteSchema }),
    output: riskSchema,
  }),
  /**
   * Closes an answer with a note on what was done, which is required. Fails with `risk-not-acknowledged` before it
   * was read. The same note again changes nothing; another one fails with `conflict`.
   */
  close: vaultMutation({
    input: z.strictObject({
      id: riskAnswerIdSchema,
      note: noteSchema.refine((note) => note.trim() !== '', 'What was done must be said'),
    }),
    output: riskSchema,
  }),
}
