import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { EvidenceEntry, EvidenceResult, Marks } from '#shared/evidence/evidence-item.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { evidenceKeys } from './evidence-keys.ts'

/** Bookmarks a summary or says whether it was read; every place that shows it follows. */
export function useMark(articleId: string) {
  const api = useApi()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (change: { isBookmarked?: boolean; state?: 'read' | 'unread' }) =>
      api.evidence.mark({ id: articleId, ...change }),
    onSuccess: (marks) => showMarks(queryClient, articleId, marks),
  })
}

function showMarks(queryClient: QueryClient, articleId: string, marks: Marks): void {
  queryClient.setQueryData<EvidenceEntry>(evidenceKeys.entry(articleId), (entry) =>
    entry === undefined ? undefined : { ...entry, marks },
  )
  queryClient.setQueriesData<{ results?: EvidenceResult[] }>({ queryKey: evidenceKeys.searches }, (page) =>
    page?.results === undefined
      ? page
      : {
          ...page,
          results: page.results.map((result) =>
            result.item.id === articleId ? { ...result, item: { ...result.item, ...marks } } : result,
          ),
        },
  )
  forgetResults(queryClient)
}

/** Has every search done anew when it is next looked at. A list in sight keeps its rows: none goes from under a hand. */
export function forgetResults(queryClient: QueryClient): void {
  void queryClient.invalidateQueries({ queryKey: evidenceKeys.searches, refetchType: 'none' })
}
