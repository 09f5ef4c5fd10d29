import {
  completeRuleParameters,
  onlyChanged,
  type RuleParameters,
} from '#shared/rule-settings/rule-parameters.ts'
import type { VaultSettingsRepository } from './vault-settings.repository.ts'

const settingName = 'rule-parameters'

/** The parameters that every rule counts by now, and the one way to change them. */
export function createRuleParameters(settings: VaultSettingsRepository) {
  return {
    read: (): RuleParameters => completeRuleParameters(settings.get(settingName)),
    write: (parameters: RuleParameters): void => {
      // Only what was changed is kept, so that a better default of a later version reaches this vault too.
      settings.put(settingName, onlyChanged(parameters))
    },
  }
}

export type RuleParameterStore = ReturnType<typeof createRuleParameters>
