import {
  completeRuleParameters,
  onlyChanged,
  type RuleParameters,
} from '#shared/rule-settings/rule-parameters.ts'
import type { VaultSettingsRepository } from './vault-settings.repository.ts'

const settingName = 'rule-parameters'

/** Reads and changes the current parameters of all rules. */
export function createRuleParameters(settings: VaultSettingsRepository) {
  return {
    read: (): RuleParameters => completeRuleParameters(settings.get(settingName)),
    write: (parameters: RuleParameters): void => {
      // Stores only changed parameters, so that a better default of a later version also applies to this vault.
      settings.put(settingName, onlyChanged(parameters))
    },
  }
}
