import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/lib/app-context.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'

/** Every summary there is. They don't change while Attune runs, so they are asked for once. */
export function useArticles() {
  const api = useApi()
  return useQuery({ queryKey: queryKeys.evidence, queryFn: () => api.evidence.list() })
}
