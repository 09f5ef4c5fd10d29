import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
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

/** The result at an index; undefined until the request for its page is answered. */
export function useResultAt(search: EvidenceSearch, index: number): EvidenceResult | undefined {
  const api = useApi()
  const page = useQuery(pageOptions(api, search, Math.floor(index / pageSize)))
  return page.data?.results[index % pageSize]
}
