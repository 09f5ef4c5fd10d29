import { completeRuleParameters, onlyChanged } from '#shared/rule-settings/rule-parameters.ts'
import { crisisTextSchema, type RuleSettings } from '#shared/rule-settings/rule-settings.ts'
import type { createVaultSettingsRepository } from './vault-settings.repository.ts'

const parametersName = 'rule-parameters'
const crisisTextName = 'crisis-text'

/** The rule settings as they are in force, and the one way to change them. */
export function createRuleSettings(settings: ReturnType<typeof createVaultSettingsRepository>) {
  return {
    read: (): RuleSettings => {
      const crisisText = crisisTextSchema.safeParse(settings.get(crisisTextName))
      return {
        parameters: completeRuleParameters(settings.get(parametersName)),
        crisisText: crisisText.success ? crisisText.data : '',
      }
    },
    write: ({ parameters, crisisText }: RuleSettings): void => {
      // Only what was changed is kept, so that a better default of a later version reaches this vault too.
      settings.put(parametersName, onlyChanged(parameters))
      settings.put(crisisTextName, crisisText)
    },
  }
}

export type RuleSettingsStore = ReturnType<typeof createRuleSettings>
