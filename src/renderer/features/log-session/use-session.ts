import { useQuery } from '@tanstack/react-query'
import type { SessionId } from '#shared/records/ids.ts'
import type { StoredSessionLog } from '#shared/records/session-log.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { codeOf } from '#renderer/lib/error-words.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'

/** The stored session, or null where it was never saved. */
export function useStoredSession(id: SessionId) {
  const api = useApi()
  return useQuery({
    queryKey: queryKeys.session(id),
    queryFn: async (): Promise<StoredSessionLog | null> => {
      try {
        return await api.sessions.get({ id })
      } catch (cause) {
        if (codeOf(cause) === 'not-found') return null
        throw cause
      }
    },
  })
}

/** The draft of a session, always as it is kept now: it changes with every pause in typing. */
export function useDraft(sessionId: SessionId) {
  const api = useApi()
  return useQuery({
    queryKey: queryKeys.draft(sessionId),
    queryFn: () => api.drafts.get({ sessionId }),
    gcTime: 0,
  })
}
