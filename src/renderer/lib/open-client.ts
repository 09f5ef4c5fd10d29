import { useEffect } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { ClientId } from '#shared/records/ids.ts'

// In the cache of answers, because that is emptied whenever Attune locks or hands over.
const key = ['open-client'] as const

/** Notes that this client's page is open, so that what is tried out elsewhere can be tried on the same client. */
export function useNoteOpenClient(clientId: ClientId): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    queryClient.setQueryDefaults(key, { gcTime: Infinity })
    queryClient.setQueryData<ClientId>(key, clientId)
  }, [queryClient, clientId])
}

/** The client whose page is open or was opened last; null where none was since Attune was unlocked. */
export function useOpenClient(): ClientId | null {
  return useQueryClient().getQueryData<ClientId>(key) ?? null
}
