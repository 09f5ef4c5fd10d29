import { z } from 'zod'
import { instrumentSchema } from '../../instruments/instrument.ts'
import { nothing, vaultQuery } from '../operation.ts'

export const instruments = {
  /** The instruments on offer: the newest version of each that is not retired. */
  list: vaultQuery({ input: nothing, output: z.array(instrumentSchema) }),
}
