import { useQueryClient } from '@tanstack/react-query'
import type { OutputAt } from '#shared/contract/contract.ts'
import { question } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'

type Removed = OutputAt<'evidence.removeOwn'>

// Stored in the query cache, because a lock empties it and the removed text must go too.
const removedKey = ['removed summary'] as const

/** Removes an own summary. It can be restored until the next one is removed. */
export function useRemoveOwn(articleId: string) {
  const queryClient = useQueryClient()
  return useChange('evidence.removeOwn', {
    onSuccess: (removed) => {
      queryClient.setQueryDefaults(removedKey, { gcTime: Infinity })
      queryClient.setQueryData<Removed | null>(removedKey, removed)
      queryClient.removeQueries(question('evidence.get', { id: articleId }))
    },
  })
}

/** The own summary removed last, with functions to restore and to dismiss it. */
export function useRemovedOwn() {
  const queryClient = useQueryClient()
  const removed = queryClient.getQueryData<Removed | null>(removedKey) ?? null
  const letGo = () => queryClient.setQueryData<Removed | null>(removedKey, null)
  const restore = useChange('evidence.restoreOwn', { onSuccess: letGo })
  return { removed, restore, letGo }
}
