import { useMutation, useQueryClient } from '@tanstack/react-query'
import { queryKeys } from '#renderer/lib/query-keys.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { evidenceKeys } from './evidence-keys.ts'
import { useForgetLibrary } from './use-forget-library.ts'

type Removed = Awaited<ReturnType<ReturnType<typeof useApi>['evidence']['removeOwn']>>

// Kept in the cache of answers, which goes with the page at a lock, as what was removed must.
const removedKey = [...queryKeys.evidence, 'removed'] as const

/** Removes an own summary; it can be put back until the next one is removed. */
export function useRemoveOwn(articleId: string) {
  const api = useApi()
  const queryClient = useQueryClient()
  const forgetLibrary = useForgetLibrary()
  return useMutation({
    mutationFn: () => api.evidence.removeOwn({ id: articleId }),
    onSuccess: (removed) => {
      queryClient.setQueryDefaults(removedKey, { gcTime: Infinity })
      queryClient.setQueryData<Removed | null>(removedKey, removed)
      queryClient.removeQueries({ queryKey: evidenceKeys.entry(articleId) })
      forgetLibrary()
    },
  })
}

/** The own summary that was removed last, and the ways to put it back and to let it go. */
export function useRemovedOwn() {
  const api = useApi()
  const queryClient = useQueryClient()
  const forgetLibrary = useForgetLibrary()
  const removed = queryClient.getQueryData<Removed | null>(removedKey) ?? null
  const letGo = () => queryClient.setQueryData<Removed | null>(removedKey, null)
  const restore = useMutation({
    mutationFn: (what: Removed) => api.evidence.restoreOwn(what),
    onSuccess: () => {
      letGo()
      forgetLibrary()
    },
  })
  return { removed, restore, letGo }
}
