import { useQuery } from '@tanstack/react-query'
import type { Article } from '#shared/evidence/article.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'

/** Every complete summary there is. */
export function useArticles() {
  const api = useApi()
  return useQuery({
    queryKey: queryKeys.evidence,
    queryFn: async (): Promise<Article[]> => {
      const items = await api.evidence.list()
      const entries = await Promise.all(items.map(({ id }) => api.evidence.get({ id })))
      return entries.flatMap((entry) => (entry.state === 'complete' ? [entry.article] : []))
    },
  })
}
