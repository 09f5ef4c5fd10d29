import { getLocalTimeZone, today } from '@internationalized/date'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'
import { ownForms, toCheck, type Ratings } from './own-check.ts'

/** All that the screen shows: the forms, the past checks, the prompts they give, and what goes to supervision. */
export function useWellbeing() {
  const api = useApi()
  const instruments = useQuery({ queryKey: queryKeys.instruments, queryFn: () => api.instruments.list() })
  const checks = useQuery({ queryKey: queryKeys.wellbeing, queryFn: () => api.wellbeing.list() })
  const prompts = useQuery({ queryKey: queryKeys.ownPrompts, queryFn: () => api.prompts.own() })
  const supervision = useQuery({
    queryKey: queryKeys.forSupervision,
    queryFn: () => api.prompts.listForSupervision(),
  })
  const queries = [instruments, checks, prompts, supervision]
  const forms = ownForms.flatMap((id) => instruments.data?.find((instrument) => instrument.id === id) ?? [])
  return {
    forms,
    checks: checks.data,
    prompts: prompts.data,
    supervision: supervision.data,
    isPending: queries.some(({ isPending }) => isPending),
    failure: queries.find(({ error }) => error !== null)?.error ?? null,
    retry: () => void Promise.all(queries.map(({ refetch }) => refetch())),
  }
}

/** A form as it was filled in; the id belongs to what is in it. */
interface RatedForm {
  readonly instrument: Instrument
  readonly ratings: Ratings
  readonly id: string
  readonly note: string
}

/** Keeps a check of today; its prompts are read anew. */
export function useSaveCheck() {
  const api = useApi()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ instrument, ratings, id, note }: RatedForm) =>
      api.wellbeing.save(
        toCheck(instrument, ratings, {
          id,
          note,
          takenOn: today(getLocalTimeZone()).toString(),
          at: new Date(),
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries(),
  })
}

/** Takes a prompt off the list for supervision, or puts it back. */
export function useDiscussed() {
  const api = useApi()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: api.prompts.setDiscussed,
    onSuccess: () => queryClient.invalidateQueries(),
  })
}
