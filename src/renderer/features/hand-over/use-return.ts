import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useApi } from '#renderer/lib/app-context.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'

/** The therapist's way back: with the right passphrase, the app opens again on the neutral page of the session. */
export function useReturn() {
  const api = useApi()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (passphrase: string) => {
      const { sessionId } = await api.handOver.return({ passphrase })
      window.location.hash = `/log/${sessionId}/returned`
      return api.vault.status()
    },
    onSuccess: (status) => {
      queryClient.removeQueries({ queryKey: queryKeys.handOver })
      queryClient.setQueryData(queryKeys.status, status)
    },
  })
}
