import { useQueryClient } from '@tanstack/react-query'
import { useApi } from '#renderer/lib/app-context.ts'
import { question } from '#renderer/lib/ask.ts'
import { useChangeBy, useTakeStatus } from '#renderer/lib/change.ts'

/** The therapist's proof for returning: PIN or passphrase. */
export type Proof = { readonly passphrase: string } | { readonly pin: string }

/** Ends the hand-over: with the right proof, the app opens the neutral page of the session. */
export function useReturn() {
  const api = useApi()
  const queryClient = useQueryClient()
  const take = useTakeStatus()
  return useChangeBy(
    'handOver.return',
    async (giveBack, proof: Proof) => {
      const { sessionId } = await giveBack(proof)
      window.location.hash = `/log/${sessionId}/returned`
      return api.vault.status()
    },
    {
      onSuccess: (status) => {
        queryClient.removeQueries(question('handOver.form'))
        take(status)
      },
    },
  )
}
