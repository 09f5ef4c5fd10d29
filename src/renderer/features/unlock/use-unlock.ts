import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useApi } from '#renderer/lib/app-context.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'

/** Unlocks with a passphrase and lets the rest of the app know; after a wrong one, asks how long to wait. */
export function useUnlock(onFailure: (failure: unknown) => void) {
  const api = useApi()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (passphrase: string) => api.vault.unlock({ passphrase }),
    onSuccess: (status) => queryClient.setQueryData(queryKeys.status, status),
    onError: async (failure) => {
      onFailure(failure)
      await queryClient.invalidateQueries({ queryKey: queryKeys.status })
    },
  })
}

export type Unlock = ReturnType<typeof useUnlock>
