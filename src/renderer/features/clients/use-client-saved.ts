import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Client } from '#shared/records/client.ts'
import { question } from '#renderer/lib/ask.ts'

/** Opens the page of a client after a save. */
export function useClientSaved(): (client: Client) => void {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return (client) => {
    queryClient.setQueryData(question('clients.get', { id: client.id }).queryKey, client)
    void navigate({ to: '/clients/$clientId', params: { clientId: client.id }, ignoreBlocker: true })
  }
}
