import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import type { Api, QueryPath } from '#shared/contract/contract.ts'
import { callAt } from './api.ts'
import { codeOf } from './error-words.ts'
import { dropWhenLeft, markStale, markStaleAfterFailure } from './stale.ts'

/**
 * A cache of the contract's answers, in memory only. Every lock discards it with the page; it is never written
 * anywhere.
 */
export function createQueryClient(api: Api): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (failure) => void markStaleAfterFailure(client, codeOf(failure)),
    }),
    mutationCache: new MutationCache({
      onSuccess: (_answer, _given, _before, { options: { mutationKey } }) =>
        mutationKey && markStale(client, mutationKey),
      onError: (failure, _given, _before, { options: { mutationKey } }) =>
        markStaleAfterFailure(client, codeOf(failure), mutationKey),
    }),
    defaultOptions: {
      queries: {
        // `question` makes a key from an operation's path and input.
        queryFn: ({ queryKey: [path, input] }) => callAt(api, path as QueryPath, input as never),
        retry: false,
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // There is no network, so a browser that believes it is offline must not stop a query.
        networkMode: 'always',
      },
      // Input such as a passphrase must not outlive the screen that sent it.
      mutations: { retry: false, networkMode: 'always', gcTime: 0 },
    },
  })
  dropWhenLeft(client)
  return client
}
