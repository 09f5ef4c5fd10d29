import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from '#renderer/lib/app-context.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'

/** Every rule of prompts, and the way to switch one; whatever showed prompts reads them anew. */
export function usePromptRules() {
  const api = useApi()
  const queryClient = useQueryClient()
  const rules = useQuery({ queryKey: queryKeys.promptRules, queryFn: () => api.prompts.rules() })
  const switching = useMutation({
    mutationFn: (given: { ruleId: string; title: string; isOn: boolean }) =>
      api.prompts.switchRule({ ruleId: given.ruleId, isOn: given.isOn }),
    onSuccess: () => queryClient.invalidateQueries(),
  })
  return { rules, switching }
}
