import { useState } from 'react'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { queryKeys } from '#renderer/lib/query-keys.ts'
import { noFilters, type EvidenceFilters } from './evidence-filters.ts'

// Kept in the cache of answers because that is emptied whenever Attune locks or hands over; an address would not be.
const key = [...queryKeys.evidence, 'filters'] as const

/** Sets what the list will look for when it is next opened. */
export function rememberFilters(queryClient: QueryClient, filters: EvidenceFilters): void {
  queryClient.setQueryDefaults(key, { gcTime: Infinity })
  queryClient.setQueryData<EvidenceFilters>(key, filters)
}

/** What the list looks for, the same again after a summary was read. */
export function useRememberedFilters(): [EvidenceFilters, (filters: EvidenceFilters) => void] {
  const queryClient = useQueryClient()
  const [filters, setFilters] = useState(() => queryClient.getQueryData<EvidenceFilters>(key) ?? noFilters)
  return [
    filters,
    (next) => {
      rememberFilters(queryClient, next)
      setFilters(next)
    },
  ]
}
