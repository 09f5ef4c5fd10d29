import { z } from 'zod'
import { rulePreviewSchema } from '../../overview/rule-preview.ts'
import { ruleParametersSchema } from '../../rule-settings/rule-parameters.ts'
import { ruleSettingsSchema } from '../../rule-settings/rule-settings.ts'
import { clientIdSchema } from '../../records/ids.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'

/** A therapist's settings for all clients, stored in the vault. */
export const ruleSettings = {
  get: vaultQuery({ input: nothing, output: ruleSettingsSchema }),
  update: vaultMutation({ input: ruleSettingsSchema, output: ruleSettingsSchema }),
  /** Previews what other parameters would say about one client; changes nothing. */
  preview: vaultQuery({
    input: z.strictObject({ clientId: clientIdSchema, parameters: ruleParametersSchema }),
    output: rulePreviewSchema,
  }),
}
