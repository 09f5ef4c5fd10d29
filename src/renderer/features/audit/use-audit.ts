import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AuditFilter } from '#shared/contract/operations/audit.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'

export const everything: AuditFilter = { area: null, clientId: null, from: null, to: null }
/** As many as can be read through without losing one's place. */
const entriesOnAPage = 50

/** One page of the log, from the newest or from before an entry. What was shown stays until the next page is there. */
export function useAuditPage(filter: AuditFilter, before: number | null) {
  const api = useApi()
  return useQuery({
    queryKey: [...queryKeys.auditEntries, filter, before],
    queryFn: () => api.audit.list({ ...filter, before, most: entriesOnAPage }),
    // Work elsewhere adds to it, so it is read anew whenever it is looked at.
    staleTime: 0,
    placeholderData: keepPreviousData,
  })
}

export function useAuditOverview() {
  const api = useApi()
  return useQuery({
    queryKey: queryKeys.auditOverview,
    queryFn: () => api.audit.overview(),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.check ? false : 3_000),
  })
}

export function useAuditCheck() {
  const api = useApi()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => api.audit.check(),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['audit'] }),
  })
}

/** Lets the user choose a file and saves the log there; null where they thought better of it. */
export function useAuditExport() {
  const api = useApi()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (format: 'lines' | 'csv') => {
      const chosen = await api.files.choose({ purpose: format === 'csv' ? 'audit-export' : 'audit-lines' })
      if (chosen.kind === 'cancelled') return null
      const { entries } = await api.audit.export({ token: chosen.token, format })
      return { entries, name: chosen.name }
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['audit'] }),
  })
}

/** The codes of clients by id: the log has only the ids. */
export function useClientCodes() {
  const api = useApi()
  const clients = useQuery({ queryKey: queryKeys.clients, queryFn: () => api.clients.list() })
  return clients.data?.map(({ client }) => ({ id: client.id, code: client.code })) ?? null
}
