import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/lib/app-context.ts'
import { evidenceKeys } from './evidence-keys.ts'

/** One summary, whole, with its bookmark, its reading state and the private note on it. */
export function useEntry(articleId: string) {
  const api = useApi()
  return useQuery({
    queryKey: evidenceKeys.entry(articleId),
    queryFn: () => api.evidence.get({ id: articleId }),
  })
}
