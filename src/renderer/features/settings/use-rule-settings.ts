import type { RuleSettings } from '#shared/rule-settings/rule-settings.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useChangeBy } from '#renderer/lib/change.ts'

/** Saves a part of the rule settings; the other part keeps its stored value. */
export function useSaveRuleSettings() {
  const api = useApi()
  return useChangeBy(
    'ruleSettings.update',
    async (save, change: Partial<RuleSettings>) => save({ ...(await api.ruleSettings.get()), ...change }),
    { scope: { id: 'rule-settings' } },
  )
}
