import { useMutation, useQueryClient } from '@tanstack/react-query'
import { question } from '#renderer/lib/ask.ts'
import type { TroubleName } from './trouble-names.ts'
import { TroubleScreen } from './trouble-screen.tsx'

/** Trouble found before the passphrase. A retry checks the vault's folder again. */
export function StartTrouble({
  name,
  onRestore,
}: {
  name: TroubleName
  onRestore?: (() => void) | undefined
}) {
  const queryClient = useQueryClient()
  const look = useMutation({
    mutationFn: () =>
      Promise.all([
        queryClient.invalidateQueries(question('vault.status')),
        queryClient.invalidateQueries(question('app.about')),
      ]),
  })
  return (
    <TroubleScreen
      name={name}
      tryAgain={{ run: () => look.mutate(), isPending: look.isPending, isStillSo: look.isSuccess }}
      onRestore={onRestore}
    />
  )
}
