import type { SessionId } from '#shared/records/ids.ts'
import { useAsk } from '#renderer/lib/ask.ts'

/** The risk answers of one session, open and closed; loaded again whenever a screen with them opens. */
export function useRisksOfSession(sessionId: SessionId) {
  return useAsk('risk.ofSession', { sessionId }, { refetchOnMount: 'always' })
}
