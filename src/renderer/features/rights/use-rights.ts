import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { RetentionReview } from '#shared/rights/retention.ts'
import type { ClientId } from '#shared/records/ids.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'

export function useClient(id: string, isWanted = true) {
  const api = useApi()
  return useQuery({
    queryKey: queryKeys.client(id),
    queryFn: () => api.clients.get({ id }),
    enabled: isWanted,
  })
}

/** What an erasure would take; asked anew each time, since every save changes it. */
export function useErasurePreview(clientId: ClientId) {
  const api = useApi()
  return useQuery({
    queryKey: queryKeys.erasurePreview(clientId),
    queryFn: () => api.rights.erasurePreview({ clientId }),
    staleTime: 0,
    gcTime: 0,
  })
}

export function useErase() {
  const api = useApi()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (given: { clientId: ClientId; typedCode: string }) => api.rights.erase(given),
    onSuccess: () => {
      // Nothing of the client stays in the page's memory; what is on screen now is asked for anew.
      queryClient.removeQueries({ type: 'inactive' })
      void queryClient.invalidateQueries({ refetchType: 'none' })
    },
  })
}

type Format = 'json' | 'table' | 'age'
const purposes = { json: 'client-export', table: 'client-table', age: 'client-archive' } as const

/** Lets the user choose a place and saves the export there; null where they thought better of it. */
export function useClientExport(clientId: ClientId) {
  const api = useApi()
  return useMutation({
    mutationFn: async ({ format, passphrase }: { format: Format; passphrase?: string }) => {
      const chosen = await api.files.choose({ purpose: purposes[format] })
      if (chosen.kind === 'cancelled') return null
      const { token } = chosen
      await api.rights.exportClient(
        format === 'age'
          ? { format, clientId, token, passphrase: passphrase ?? '' }
          : { format, clientId, token },
      )
      return { name: chosen.name }
    },
  })
}

export function useRetention() {
  const api = useApi()
  return useQuery({
    queryKey: queryKeys.retention,
    queryFn: () => api.rights.retention(),
    staleTime: 0,
  })
}

/** Puts the review that an answer brought in the place of the one on screen. */
export function useTakeReview() {
  const queryClient = useQueryClient()
  return (review: RetentionReview) => queryClient.setQueryData(queryKeys.retention, review)
}
