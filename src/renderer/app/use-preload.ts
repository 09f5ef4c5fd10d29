import { useEffect } from 'react'

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
