import { queryKeys } from '#renderer/lib/query-keys.ts'
import type { EvidenceSearch } from './evidence-filters.ts'

/** The names under which the library's answers are cached. */
export const evidenceKeys = {
  counts: [...queryKeys.evidence, 'counts'],
  entries: [...queryKeys.evidence, 'entry'],
  entry: (id: string) => [...queryKeys.evidence, 'entry', id],
  uses: (id: string) => [...queryKeys.evidence, 'uses', id],
  searches: [...queryKeys.evidence, 'search'],
  page: (search: EvidenceSearch, page: number) => [...queryKeys.evidence, 'search', search, page],
  neighbours: (search: EvidenceSearch, index: number) => [
    ...queryKeys.evidence,
    'search',
    search,
    'around',
    index,
  ],
} as const
