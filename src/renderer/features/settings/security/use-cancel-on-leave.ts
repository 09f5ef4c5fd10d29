import { useEffect } from 'react'
import { useApi } from '#renderer/lib/app-context.ts'

/** Cancels an unconfirmed new key when its screen closes. A confirmed one is not affected. */
export function useCancelOnLeave(): void {
  const api = useApi()
  useEffect(
    () => () => {
      // The call fails after a lock, which has already cancelled the key.
      api.keys.cancel().catch(() => undefined)
    },
    [api],
  )
}
