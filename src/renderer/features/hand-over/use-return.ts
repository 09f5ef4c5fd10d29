import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useApi } from '#renderer/lib/app-context.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'

/** What the therapist shows to come back: one or the other. */
export type Proof = { readonly passphrase: string } | { readonly pin: string }

/**
 * The therapist's way back: with the right proof, the app opens again on the neutral page of the session; after a
 * wrong one, how many tries there are left is asked anew.
 */
export function useReturn() {
  const api = useApi()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (proof: Proof) => {
      const { sessionId } = await api.handOver.return(proof)
      window.location.hash = `/log/${sessionId}/returned`
      return api.vault.status()
    },
    onSuccess: (status) => {
      queryClient.removeQueries({ queryKey: queryKeys.handOver })
      queryClient.setQueryData(queryKeys.status, status)
    },
    onError: () => queryClient.invalidateQueries({ queryKey: queryKeys.status }),
  })
}
