import { z } from 'zod'
import { rulePreviewSchema } from '../../overview/rule-preview.ts'
import { ruleParametersSchema } from '../../rule-settings/rule-parameters.ts'
import { ruleSettingsSchema } from '../../rule-settings/rule-settings.ts'
import { clientIdSchema } from '../../records/ids.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'

/** What a therapist sets for all clients; kept in the vault. */
export const ruleSettings = {
  get: vaultQuery({ input: nothing, output: ruleSettingsSchema }),
  update: vaultMutation({ input: ruleSettingsSchema, output: ruleSettingsSchema }),
  /** What would be said of one client by other parameters than those in force; nothing is changed. */
  preview: vaultQuery({
    input: z.strictObject({ clientId: clientIdSchema, parameters: ruleParametersSchema }),
    output: rulePreviewSchema,
  }),
}
