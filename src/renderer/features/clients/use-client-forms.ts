import { useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ClientForms } from '#shared/contract/operations/clients.ts'
import type { ClientId } from '#shared/records/ids.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'

/** Which forms a client is given, and the way to choose them; choices are sent one after the other, in their order. */
export function useClientForms(id: ClientId) {
  const api = useApi()
  const queryClient = useQueryClient()
  const queryKey = queryKeys.clientForms(id)
  // What is on offer can change in Settings, so it is asked for whenever the section opens.
  const forms = useQuery({ queryKey, queryFn: () => api.clients.forms({ id }), refetchOnMount: 'always' })
  const [wanted, setWanted] = useState<readonly string[] | null>(null)
  const saving = useMutation({
    mutationFn: (instrumentIds: string[]) => api.clients.setForms({ id, instrumentIds }),
    scope: { id: `forms of ${id}` },
    onSuccess: (kept) => queryClient.setQueryData<ClientForms>(queryKey, kept),
    onError: () => setWanted(null),
  })
  const chosen = wanted ?? forms.data?.instrumentIds ?? []
  const choose = (instrumentId: string, isChosen: boolean) => {
    const others = chosen.filter((known) => known !== instrumentId)
    const next = isChosen ? [...others, instrumentId] : others
    setWanted(next)
    saving.mutate([...next])
  }
  return { forms, chosen, choose, saving }
}
