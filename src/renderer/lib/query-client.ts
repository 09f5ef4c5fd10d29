import { QueryClient } from '@tanstack/react-query'

/** A cache in memory only. It goes with the page at every lock; nothing of it is ever written anywhere. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // There is no network: a browser that thinks it is offline must not stop a query.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
