import { useEffect } from 'react'

/** Loads the screens after the unlock while the user types the passphrase and the page is idle. */
export function useLoadAhead(isWaitingForPassphrase: boolean, loadAhead: () => void): void {
  useEffect(() => {
    if (!isWaitingForPassphrase) return
    const handle = requestIdleCallback(() => {
      loadAhead()
      void import('../features/today/today-screen.tsx')
    })
    return () => cancelIdleCallback(handle)
  }, [isWaitingForPassphrase, loadAhead])
}

/** Fetches the screens that are likely to come next once there is nothing else to do, so that the first visit is quick. */
export function usePreload(): void {
  useEffect(() => {
    const handle = requestIdleCallback(() => {
      void import('../features/client/client-screen.tsx')
      void import('../features/log-session/log-session-screen.tsx')
    })
    return () => cancelIdleCallback(handle)
  }, [])
}
