import { useCallback, useEffect } from 'react'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useApi } from '../lib/app-context.ts'
import { question } from '../lib/ask.ts'

/**
 * Returns a function that loads the screens after the unlock, and has the vault process load what it needs for it. The
 * likely second screen comes last, while the key is derived, so that it is there for those who go on at once.
 */
export function useLoadAhead(loadAhead: () => void): () => void {
  const api = useApi()
  return useCallback(() => {
    // The vault process answers its first question with few of its files, and loads the others for the next one.
    void api.vault.status().catch(() => undefined)
    requestIdleCallback(() => {
      loadAhead()
      void import('../features/today/today-screen.tsx')
        .then(() => import('../features/clients/clients-screen.tsx'))
        .catch(() => undefined)
    })
  }, [api, loadAhead])
}

/** Asks for what Clients shows, unless the page has it already. The answers go with the page at a lock. */
export function askForClients(queryClient: QueryClient): void {
  void queryClient.prefetchQuery(question('attention.list'))
}

/** Asks for what Clients shows when somebody goes there, so that the answer comes while the screen's code loads. */
export function useAskOnTheWay(): void {
  const router = useRouter()
  const queryClient = useQueryClient()
  useEffect(
    () =>
      router.subscribe('onBeforeLoad', ({ toLocation }) => {
        if (toLocation.pathname === '/clients') askForClients(queryClient)
      }),
    [router, queryClient],
  )
}

/**
 * Loads the likely next screens, and asks for what Clients shows, once every question has its answer and the page is idle,
 * so that the first visit is quick. The main process serves their many files, and would pass the answers on more slowly
 * meanwhile.
 */
export function usePreload(): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    let handle: number | null = null
    const waitForAnswers = (): void => {
      if (handle !== null || queryClient.isFetching() > 0) return
      handle = requestIdleCallback(() => {
        handle = null
        if (queryClient.isFetching() > 0) return
        stopWatching()
        void import('../features/clients/clients-screen.tsx')
        askForClients(queryClient)
        void import('../features/client/client-screen.tsx')
        void import('../features/log-session/log-session-screen.tsx')
      })
    }
    const stopWatching = queryClient.getQueryCache().subscribe(waitForAnswers)
    waitForAnswers()
    return () => {
      stopWatching()
      if (handle !== null) cancelIdleCallback(handle)
    }
  }, [queryClient])
}
