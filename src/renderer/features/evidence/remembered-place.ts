import { useState } from 'react'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { noFilters, type EvidenceFilters, type EvidenceSearch } from './evidence-filters.ts'

/** A place in a list of results: the search, the study, and its index from 0. */
export interface ResultPlace {
  readonly search: EvidenceSearch
  readonly articleId: string
  readonly index: number
}

// Stored in the query cache, because a lock or a hand-over empties it; an address would survive.
const filtersKey = ['evidence filters'] as const
const placeKey = ['evidence place'] as const

/** Sets the filters for the next time the list opens. */
export function rememberFilters(queryClient: QueryClient, filters: EvidenceFilters): void {
  queryClient.setQueryDefaults(filtersKey, { gcTime: Infinity })
  queryClient.setQueryData<EvidenceFilters>(filtersKey, filters)
}

/** The list's last filters. */
export function rememberedFilters(queryClient: QueryClient): EvidenceFilters {
  return queryClient.getQueryData<EvidenceFilters>(filtersKey) ?? noFilters
}

/** The list's filters. They stay the same after a visit to a summary. */
export function useRememberedFilters(): [EvidenceFilters, (filters: EvidenceFilters) => void] {
  const queryClient = useQueryClient()
  const [filters, setFilters] = useState(() => rememberedFilters(queryClient))
  return [
    filters,
    (next) => {
      rememberFilters(queryClient, next)
      setFilters(next)
    },
  ]
}

/** Remembers the opened result, so that the list can return to it and the summary can link to its neighbours. */
export function rememberPlace(queryClient: QueryClient, place: ResultPlace): void {
  queryClient.setQueryDefaults(placeKey, { gcTime: Infinity })
  queryClient.setQueryData<ResultPlace | null>(placeKey, place)
}

/** The result last opened from the list; null if there is none. */
export function rememberedPlace(queryClient: QueryClient): ResultPlace | null {
  return queryClient.getQueryData<ResultPlace | null>(placeKey) ?? null
}

/** Forgets the place, so that the list opens at its beginning. */
export function forgetPlace(queryClient: QueryClient): void {
  queryClient.setQueryData<ResultPlace | null>(placeKey, null)
}
