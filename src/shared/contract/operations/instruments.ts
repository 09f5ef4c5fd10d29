import { z } from 'zod'
import { instrumentSchema } from '../../instruments/instrument.ts'
import { sessionIdSchema } from '../../records/ids.ts'
import { nothing, vaultQuery } from '../operation.ts'

export const instruments = {
  /** The instruments on offer: the newest version of each that is not retired. */
  list: vaultQuery({ input: nothing, output: z.array(instrumentSchema) }),
  /** The instruments on offer, then the other versions that a session, its corrections or its draft name. */
  ofSession: vaultQuery({
    input: z.strictObject({ sessionId: sessionIdSchema }),
    output: z.array(instrumentSchema),
  }),
}
