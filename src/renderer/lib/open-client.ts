import { useEffect } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { ClientId } from '#shared/records/ids.ts'

// Stored in the cache of answers, which is emptied whenever Attune locks or hands over.
const key = ['open-client'] as const

/** Notes that this client's page is open, so that a preview on another screen can use the same client. */
export function useNoteOpenClient(clientId: ClientId): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    queryClient.setQueryDefaults(key, { gcTime: Infinity })
    queryClient.setQueryData<ClientId>(key, clientId)
  }, [queryClient, clientId])
}

/** The client whose page is open or was opened last; null if none was since the unlock. */
export function useOpenClient(): ClientId | null {
  return useQueryClient().getQueryData<ClientId>(key) ?? null
}
