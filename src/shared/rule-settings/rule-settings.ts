import { z } from 'zod'
import { crisisTextSchema } from '../risk/crisis-text.ts'
import { ruleParametersSchema } from './rule-parameters.ts'

/** A therapist's settings for all clients: the parameters of the rules, and what to do if someone is at risk. */
export const ruleSettingsSchema = z.strictObject({
  parameters: ruleParametersSchema,
  crisisText: crisisTextSchema,
})
export type RuleSettings = z.output<typeof ruleSettingsSchema>
