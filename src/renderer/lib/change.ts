import { useCallback, useRef } from 'react'
import {
  useMutation,
  useQueryClient,
  type UseMutationOptions,
  type UseMutationResult,
} from '@tanstack/react-query'
import type { ChangePath, InputAt, OutputAt } from '#shared/contract/contract.ts'
import { wipeBytes } from '#shared/contract/wipe-bytes.ts'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { useWholeApi } from './app-context.ts'
import { callAt } from './api.ts'
import { question } from './ask.ts'
import { isSameInput } from './is-same-input.ts'

/** The input of a change; none if the operation takes none. */
type GivenTo<P extends ChangePath> = undefined extends InputAt<P> ? void : InputAt<P>

type Options<Answer, Given> = Pick<
  UseMutationOptions<Answer, Error, Given>,
  'onSuccess' | 'onError' | 'onSettled' | 'onMutate' | 'scope'
>

/** Runs a mutation of the contract: `useChange('clients.update')`. `stale.ts` says what it makes stale. */
export function useChange<P extends ChangePath>(
  path: P,
  options: Options<OutputAt<P>, GivenTo<P>> = {},
): UseMutationResult<OutputAt<P>, Error, GivenTo<P>> {
  return useChangeBy<P, GivenTo<P>, OutputAt<P>>(path, (change, given) => change(given), options)
}

/**
 * A change with more steps, such as the choice of a file before it.
 *
 * What is asked for again while it is under way is done once: a busy computer hands over both clicks of a double click
 * before the screen has drawn that the first is being acted on.
 */
export function useChangeBy<P extends ChangePath, Given, Answer>(
  path: P,
  run: (change: (given: GivenTo<P>) => Promise<OutputAt<P>>, given: Given) => Promise<Answer>,
  options: Options<Answer, Given> = {},
): UseMutationResult<Answer, Error, Given> {
  const api = useWholeApi()
  const underWay = useRef<{ readonly given: Given; readonly answer: Promise<Answer> } | null>(null)
  return useMutation({
    ...options,
    mutationKey: [path],
    mutationFn: (given: Given) => {
      const before = underWay.current
      if (before !== null && isSameInput(before.given, given)) {
        // Nothing sends these bytes, so nothing else would wipe the secret in them.
        if (before.given !== given) wipeBytes(given)
        return before.answer
      }
      const begun = { given, answer: run((input) => callAt(api, path, input), given) }
      underWay.current = begun
      const end = (): void => {
        if (underWay.current === begun) underWay.current = null
      }
      begun.answer.then(end, end)
      return begun.answer
    },
  })
}

/**
 * Gives every screen the vault's status from the answer to a change. If Today comes next, its questions are sent before
 * the app is rendered, so that the vault answers them meanwhile.
 */
export function useTakeStatus(): (status: VaultStatus) => void {
  const queryClient = useQueryClient()
  return (status) => {
    if (leadsToToday(status)) {
      void queryClient.prefetchQuery(question('today.get'))
      void queryClient.prefetchQuery(question('attention.today'))
    }
    queryClient.setQueryData(question('vault.status').queryKey, status)
  }
}

/** Another screen may come first, or a reload may have kept another screen's address. */
function leadsToToday({ state, mustChoosePassphrase, goneBack }: VaultStatus): boolean {
  const isAtToday = window.location.hash === '' || window.location.hash === '#/'
  return state === 'open' && !mustChoosePassphrase && goneBack === null && isAtToday
}

/** The same as `useChange` for saving while the user types: does not render the screen again. */
export function useQuietChange<P extends ChangePath>(path: P): (given: GivenTo<P>) => Promise<OutputAt<P>> {
  const api = useWholeApi()
  const queryClient = useQueryClient()
  return useCallback(
    (given) =>
      queryClient
        .getMutationCache()
        .build<OutputAt<P>, Error, GivenTo<P>, unknown>(queryClient, {
          mutationKey: [path],
          mutationFn: (input) => callAt(api, path, input),
        })
        .execute(given),
    [api, path, queryClient],
  )
}
