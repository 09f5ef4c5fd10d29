import { z } from 'zod'
import { sessionIdSchema } from '../../records/ids.ts'
import { saidTogetherSchema } from '../../records/said-together.ts'
import { vaultMutation, vaultQuery } from '../operation.ts'

/** What was said when client and therapist looked at a session together. */
export const together = {
  /** The line of a session; null without one. */
  ofSession: vaultQuery({
    input: z.strictObject({ sessionId: sessionIdSchema }),
    output: saidTogetherSchema.nullable(),
  }),
  /** Keeps the line with the session; an empty one removes it. */
  say: vaultMutation({
    input: saidTogetherSchema.omit({ saidOn: true }),
    output: saidTogetherSchema.nullable(),
  }),
}
