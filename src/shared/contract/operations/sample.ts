import { z } from 'zod'
import { nothing, vaultMutation } from '../operation.ts'

/** The fictional caseload, for exploring Attune. */
export const sample = {
  /** Adds the fictional caseload; changes nothing if it is already there. */
  load: vaultMutation({ input: nothing, output: z.strictObject({ clients: z.int(), sessions: z.int() }) }),
  /** Removes every fictional client with all their records. */
  remove: vaultMutation({ input: nothing, output: z.strictObject({ clients: z.int() }) }),
}
