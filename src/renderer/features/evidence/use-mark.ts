import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { EvidenceResult, Marks } from '#shared/evidence/evidence-item.ts'
import { everyAnswerOf, question } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'

/** Sets the bookmark or the read mark of a summary; every place that shows it updates. */
export function useMark(articleId: string) {
  const queryClient = useQueryClient()
  return useChange('evidence.mark', { onSuccess: (marks) => showMarks(queryClient, articleId, marks) })
}

function showMarks(queryClient: QueryClient, articleId: string, marks: Marks): void {
  queryClient.setQueryData(question('evidence.get', { id: articleId }).queryKey, (entry) =>
    entry === undefined ? undefined : { ...entry, marks },
  )
  queryClient.setQueriesData<{ results: EvidenceResult[] }>(
    everyAnswerOf('evidence.search'),
    (page) =>
      page && {
        ...page,
        results: page.results.map((result) =>
          result.item.id === articleId ? { ...result, item: { ...result.item, ...marks } } : result,
        ),
      },
  )
  // Rows keep their places while the list is visible, though a new search would now give other results.
  void queryClient.invalidateQueries({ ...everyAnswerOf('evidence.search'), refetchType: 'none' })
}
