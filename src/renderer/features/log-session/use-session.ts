import { useQuery } from '@tanstack/react-query'
import type { SessionId } from '#shared/records/ids.ts'
import type { StoredSessionLog } from '#shared/records/session-log.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { question, useAsk } from '#renderer/lib/ask.ts'
import { codeOf } from '#renderer/lib/error-words.ts'

/** The stored session, or null if it was never saved. */
export function useStoredSession(id: SessionId) {
  const api = useApi()
  return useQuery({
    queryKey: question('sessions.get', { id }).queryKey,
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

/** The draft of a session, never cached, because it changes with every pause in typing. */
export const useDraft = (sessionId: SessionId) => useAsk('drafts.get', { sessionId }, { gcTime: 0 })
