import { z } from 'zod'
import { wellbeingCheckSchema } from '../../records/wellbeing-check.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'

/** The therapist's own checks, independent of any client. */
export const wellbeing = {
  list: vaultQuery({ input: nothing, output: z.array(wellbeingCheckSchema) }),
  save: vaultMutation({ input: wellbeingCheckSchema, output: nothing }),
}
