import { z } from 'zod'
import { instrumentSchema } from '../../instruments/instrument.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'

export const instruments = {
  list: vaultQuery({ input: nothing, output: z.array(instrumentSchema) }),
}

export const sample = {
  /** Adds the fictional caseload; nothing happens where it is already there. */
  load: vaultMutation({ input: nothing, output: z.strictObject({ clients: z.int(), sessions: z.int() }) }),
  /** Removes every fictional client with all that belongs to them. */
  remove: vaultMutation({ input: nothing, output: z.strictObject({ clients: z.int() }) }),
}
