import { useQuery } from '@tanstack/react-query'
import type { SessionId } from '#shared/records/ids.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'

/** The risk answers of one session, open and closed; asked for anew whenever a screen that shows them opens. */
export function useRisksOfSession(sessionId: SessionId) {
  const api = useApi()
  return useQuery({
    queryKey: queryKeys.risksOfSession(sessionId),
    queryFn: () => api.risk.ofSession({ sessionId }),
    refetchOnMount: 'always',
  })
}
