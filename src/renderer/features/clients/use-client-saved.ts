import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Client } from '#shared/records/client.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'

/** What follows a client's being saved: every screen that names the client reads anew, and the client's page opens. */
export function useClientSaved(): (client: Client) => void {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return (client) => {
    queryClient.setQueryData(queryKeys.client(client.id), client)
    for (const queryKey of [queryKeys.clients, queryKeys.overview(client.id), queryKeys.today]) {
      void queryClient.invalidateQueries({ queryKey, exact: true })
    }
    void navigate({ to: '/clients/$clientId', params: { clientId: client.id }, ignoreBlocker: true })
  }
}
