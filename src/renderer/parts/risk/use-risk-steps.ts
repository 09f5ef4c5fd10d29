import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Risk } from '#shared/risk/risk.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'

/** Acknowledges one risk answer, and closes it; every screen that shows it reads anew after each step. */
export function useRiskSteps({ id }: Risk) {
  const api = useApi()
  const queryClient = useQueryClient()
  const refresh = ({ clientId }: Risk) => {
    for (const queryKey of [queryKeys.risks, queryKeys.today, queryKeys.overview(clientId)]) {
      void queryClient.invalidateQueries({ queryKey })
    }
  }
  const acknowledge = useMutation({
    mutationFn: (note: string) => api.risk.acknowledge({ id, note }),
    onSuccess: refresh,
  })
  const close = useMutation({
    mutationFn: (note: string) => api.risk.close({ id, note }),
    onSuccess: refresh,
  })
  return { acknowledge, close }
}
