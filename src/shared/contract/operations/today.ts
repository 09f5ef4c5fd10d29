import { todaySchema } from '../../overview/today.ts'
import { nothing, vaultQuery } from '../operation.ts'

/** The first screen. */
export const today = {
  get: vaultQuery({ input: nothing, output: todaySchema }),
}
