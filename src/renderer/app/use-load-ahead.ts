import { useEffect } from 'react'

/** While the passphrase is typed, loads what is shown once it was right, as soon as the page has nothing else to do. */
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
