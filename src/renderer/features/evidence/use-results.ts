import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import type { EvidenceResult } from '#shared/evidence/evidence-item.ts'
import { useApi, type DirectApi } from '#renderer/lib/app-context.ts'
import { question } from '#renderer/lib/ask.ts'
import { charactersOver, type EvidenceSearch } from './evidence-filters.ts'

/** How many results one request loads; results far from the visible ones load when scrolled to. */
export const pageSize = 50

function pageOptions(api: DirectApi, search: EvidenceSearch, page: number) {
  const input = { ...search, limit: pageSize, offset: page * pageSize }
  return queryOptions({
    queryKey: question('evidence.search', input).queryKey,
    queryFn: async () => ({ search, ...(await api.evidence.search(input)) }),
  })
}

/**
 * The number of results and the first of them. Gives the last search's results until the new ones arrive. Never sends a
 * text that is too long.
 */
export function useFirstResults(search: EvidenceSearch) {
  const api = useApi()
  return useQuery({
    ...pageOptions(api, search, 0),
    placeholderData: keepPreviousData,
    enabled: charactersOver(search.query) === 0,
  })
}

/** The results at the given indexes that are already here; requests the others. */
export function useResultsAt(
  search: EvidenceSearch,
  indexes: readonly number[],
): (index: number) => EvidenceResult | undefined {
  const api = useApi()
  const wanted = [...new Set(indexes.map((index) => Math.floor(index / pageSize)))]
  const pages = useQueries({ queries: wanted.map((page) => pageOptions(api, search, page)) })
  return (index) => pages[wanted.indexOf(Math.floor(index / pageSize))]?.data?.results[index % pageSize]
}
