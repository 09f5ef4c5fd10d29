import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { SessionId } from '#shared/records/ids.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'

/** Begins the hand-over. With the vault's new state every screen of the therapist's goes, this one too. */
export function useHandOver() {
  const api = useApi()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (sessionId: SessionId) => {
      await api.handOver.begin({ sessionId })
      return api.vault.status()
    },
    onSuccess: (status) => {
      queryClient.setQueryData(queryKeys.status, status)
    },
  })
}
