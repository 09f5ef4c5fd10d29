import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import type { ErrorCode } from '#shared/contract/result.ts'
import { codeOf } from './error-words.ts'
import { queryKeys } from './query-keys.ts'

/** Failures after which the vault may no longer be written to: every screen is to know at once. */
const closesWriting: ReadonlySet<ErrorCode> = new Set(['vault-damaged', 'read-only'])

/** A cache in memory only. It goes with the page at every lock; nothing of it is ever written anywhere. */
export function createQueryClient(): QueryClient {
  const onError = (failure: unknown): void => {
    if (closesWriting.has(codeOf(failure))) void client.invalidateQueries({ queryKey: queryKeys.status })
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
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
  return client
}
