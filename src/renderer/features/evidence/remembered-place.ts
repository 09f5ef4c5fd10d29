import { useState } from 'react'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { noFilters, type EvidenceFilters, type EvidenceSearch } from './evidence-filters.ts'

/** Where somebody is in a list of results: which search, which study, and its place from 0. */
export interface ResultPlace {
  readonly search: EvidenceSearch
  readonly articleId: string
  readonly index: number
  /** How high the rows were, so that the list comes back as it was left. */
  readonly heights: ReadonlyMap<number, number>
}

// Kept in the cache of answers because that is emptied whenever Attune locks or hands over; an address would not be.
const filtersKey = ['evidence filters'] as const
const placeKey = ['evidence place'] as const

/** Sets what the list will look for when it is next opened. */
export function rememberFilters(queryClient: QueryClient, filters: EvidenceFilters): void {
  queryClient.setQueryDefaults(filtersKey, { gcTime: Infinity })
  queryClient.setQueryData<EvidenceFilters>(filtersKey, filters)
}

/** What the list looked for last. */
export function rememberedFilters(queryClient: QueryClient): EvidenceFilters {
  return queryClient.getQueryData<EvidenceFilters>(filtersKey) ?? noFilters
}

/** What the list looks for, the same again after a summary was read. */
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

/** Notes which result is opened, so that the list can be come back to there and gone through from study to study. */
export function rememberPlace(queryClient: QueryClient, place: ResultPlace): void {
  queryClient.setQueryDefaults(placeKey, { gcTime: Infinity })
  queryClient.setQueryData<ResultPlace | null>(placeKey, place)
}

/** The result that was opened last from the list; null where none was. */
export function rememberedPlace(queryClient: QueryClient): ResultPlace | null {
  return queryClient.getQueryData<ResultPlace | null>(placeKey) ?? null
}

/** Forgets the place: whoever opens the list next starts at its beginning. */
export function forgetPlace(queryClient: QueryClient): void {
  queryClient.setQueryData<ResultPlace | null>(placeKey, null)
}
