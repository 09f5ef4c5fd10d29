import type { SessionId } from '#shared/records/ids.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useChangeBy, useTakeStatus } from '#renderer/lib/change.ts'

/** Begins the hand-over. The vault's new state unmounts every screen of the therapist's, this one included. */
export function useHandOver() {
  const api = useApi()
  return useChangeBy(
    'handOver.begin',
    async (begin, sessionId: SessionId) => {
      await begin({ sessionId })
      return api.vault.status()
    },
    { onSuccess: useTakeStatus() },
  )
}
