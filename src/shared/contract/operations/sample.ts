import { z } from 'zod'
import { nothing, vaultMutation } from '../operation.ts'

/** The fictional caseload, to look around in. */
export const sample = {
  /** Adds the fictional caseload; nothing happens where it is already there. */
  load: vaultMutation({ input: nothing, output: z.strictObject({ clients: z.int(), sessions: z.int() }) }),
  /** Removes every fictional client with all that belongs to them. */
  remove: vaultMutation({ input: nothing, output: z.strictObject({ clients: z.int() }) }),
}
