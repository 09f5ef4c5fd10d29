import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'

/** How the vault is secured, as the rest of the app knows it. */
export function useVaultStatus() {
  const api = useApi()
  return useQuery({ queryKey: queryKeys.status, queryFn: () => api.vault.status() })
}

/** Lets the rest of the app know what a change of the keys came to. */
export function useKeepStatus(): (status: VaultStatus) => void {
  const queryClient = useQueryClient()
  return (status) => {
    queryClient.setQueryData(queryKeys.status, status)
  }
}
