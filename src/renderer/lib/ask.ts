import {
  queryOptions,
  useQuery,
  type QueryKey,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query'
import type { InputAt, OutputAt, QueryPath } from '#shared/contract/contract.ts'

/** A query's input, left out if it takes none. */
export type InputOf<P extends QueryPath> = undefined extends InputAt<P> ? [] : [input: InputAt<P>]

type Options<P extends QueryPath> = Omit<
  UseQueryOptions<OutputAt<P>, Error, OutputAt<P>, QueryKey>,
  'queryKey' | 'queryFn'
>

type Rest<P extends QueryPath> =
  undefined extends InputAt<P>
    ? [input?: undefined, options?: Options<P>]
    : [input: InputAt<P>, options?: Options<P>]

const keyOf = (path: QueryPath, input: unknown): QueryKey => (input === undefined ? [path] : [path, input])

/**
 * The key under which an answer is cached: the operation's path and its input. The query client sends what the key
 * says.
 *
 * The key's type includes the answer's type, so `setQueryData` and `getQueryData` know it.
 */
export function question<P extends QueryPath>(path: P, ...[input]: InputOf<P>) {
  return queryOptions<OutputAt<P>, Error, OutputAt<P>, QueryKey>({
    queryKey: keyOf(path, input),
  })
}

/** The key of every cached answer of an operation, whatever its input. */
export const everyAnswerOf = (path: QueryPath): { queryKey: QueryKey } => ({ queryKey: [path] })

/** Asks a query of the contract: `useAsk('clients.get', { id })`. */
export function useAsk<P extends QueryPath>(path: P, ...rest: Rest<P>): UseQueryResult<OutputAt<P>> {
  const [input, options] = rest
  return useQuery<OutputAt<P>, Error, OutputAt<P>, QueryKey>({ ...options, queryKey: keyOf(path, input) })
}

/** The state of one query, or of several combined. */
export interface Asked<T> {
  readonly data: T | undefined
  readonly error: unknown
  readonly refetch: () => unknown
}

/** Several queries as one: done once all are, failed as soon as one is, and sent again together. */
export function together<T extends Readonly<Record<string, unknown>>>(queries: {
  readonly [K in keyof T]: Asked<T[K]>
}): Asked<T> {
  const all: [string, Asked<unknown>][] = Object.entries(queries)
  const isThere = all.every(([, { data }]) => data !== undefined)
  return {
    // Each name has the data of its own query, as the parameter's type says.
    data: isThere ? (Object.fromEntries(all.map(([name, { data }]) => [name, data])) as T) : undefined,
    error: all.find(([, { error }]) => error !== null)?.[1].error ?? null,
    refetch: () => Promise.all(all.map(([, query]) => query.refetch())),
  }
}
