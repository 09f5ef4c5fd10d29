import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useApi } from '#renderer/lib/app-context.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'

/** Unlocks with a passphrase and lets the rest of the app know. */
export function useUnlock(onFailure: (failure: unknown) => void) {
  const api = useApi()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (passphrase: string) => api.vault.unlock({ passphrase }),
    onSuccess: (status) => queryClient.setQueryData(queryKeys.status, status),
    onError: onFailure,
  })
}

export type Unlock = ReturnType<typeof useUnlock>
