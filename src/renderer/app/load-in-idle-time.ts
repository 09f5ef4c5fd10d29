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

/** Loads the likely next screens while the page is idle, so that the first visit is quick. */
export function usePreload(): void {
  useEffect(() => {
    const handle = requestIdleCallback(() => {
      void import('../features/client/client-screen.tsx')
      void import('../features/log-session/log-session-screen.tsx')
    })
    return () => cancelIdleCallback(handle)
  }, [])
}
