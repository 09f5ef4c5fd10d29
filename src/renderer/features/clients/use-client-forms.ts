import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { ClientId } from '#shared/records/ids.ts'
import { question, useAsk } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'

/** A client's forms, and a function to choose them. Choices are sent one after the other, in order. */
export function useClientForms(id: ClientId) {
  // Settings can change which forms are offered, so the section reads them whenever it opens.
  const forms = useAsk('clients.forms', { id }, { refetchOnMount: 'always' })
  const [wanted, setWanted] = useState<readonly string[] | null>(null)
  const queryClient = useQueryClient()
  const saving = useChange('clients.setForms', {
    scope: { id: `forms of ${id}` },
    onSuccess: (kept) => queryClient.setQueryData(question('clients.forms', { id }).queryKey, kept),
    onError: () => setWanted(null),
  })
  const chosen = wanted ?? forms.data?.instrumentIds ?? []
  const choose = (instrumentId: string, isChosen: boolean) => {
    const others = chosen.filter((known) => known !== instrumentId)
    const next = isChosen ? [...others, instrumentId] : others
    setWanted(next)
    saving.mutate({ id, instrumentIds: next })
  }
  return { forms, chosen, choose, saving }
}
