import { z } from 'zod'
import { instrumentSchema } from '../../instruments/instrument.ts'
import { nothing, vaultQuery } from '../operation.ts'

export const instruments = {
  /** What can be answered now: of each instrument the newest version that is not retired. */
  list: vaultQuery({ input: nothing, output: z.array(instrumentSchema) }),
}
