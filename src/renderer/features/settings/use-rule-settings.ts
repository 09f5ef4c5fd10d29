import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { RuleSettings } from '#shared/rule-settings/rule-settings.ts'
import { useApi } from '#renderer/lib/app-context.ts'

const ruleSettingsKey = ['rule-settings'] as const

/** The rules in force and the crisis text. */
export function useRuleSettings() {
  const api = useApi()
  return useQuery({ queryKey: ruleSettingsKey, queryFn: () => api.ruleSettings.get() })
}

/** Saves a part of the rule settings; the other part stays as it is kept by then. */
export function useSaveRuleSettings() {
  const api = useApi()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (change: Partial<RuleSettings>) =>
      api.ruleSettings.update({ ...(await api.ruleSettings.get()), ...change }),
    scope: { id: 'rule-settings' },
    onSuccess: async (saved) => {
      queryClient.setQueryData(ruleSettingsKey, saved)
      // Every client's page and every risk answer may read differently now.
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== ruleSettingsKey[0] })
    },
  })
}
