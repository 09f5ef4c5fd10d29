import { useQuery } from '@tanstack/react-query'
import type { LibraryCounts } from '#shared/evidence/library-counts.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { evidenceKeys } from './evidence-keys.ts'

/** What the filters offer; the library is counted anew when a summary is added or removed. */
export function useLibraryCounts(): LibraryCounts | undefined {
  const api = useApi()
  return useQuery({ queryKey: evidenceKeys.counts, queryFn: () => api.evidence.counts() }).data
}
