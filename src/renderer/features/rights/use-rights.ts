import { useQueryClient } from '@tanstack/react-query'
import type { Proven } from '#shared/contract/proof.ts'
import type { ClientId } from '#shared/records/ids.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useChange, useChangeBy } from '#renderer/lib/change.ts'

export function useErase() {
  const queryClient = useQueryClient()
  return useChange('rights.erase', {
    // Removes the client's data from the page's memory.
    onSuccess: () => queryClient.removeQueries({ type: 'inactive' }),
  })
}

type Format = 'json' | 'table' | 'age'
const purposes = { json: 'client-export', table: 'client-table', age: 'client-archive' } as const

/** Lets the user choose a place and saves the export there. Gives null if the user cancels. */
export function useClientExport(clientId: ClientId) {
  const api = useApi()
  return useChangeBy(
    'rights.exportClient',
    async (save, { format, passphrase, proof }: { format: Format; passphrase?: string } & Proven) => {
      const chosen = await api.files.choose({ purpose: purposes[format] })
      if (chosen.kind === 'cancelled') return null
      const { token } = chosen
      await save(
        format === 'age'
          ? { format, clientId, token, proof, passphrase: typedSecret(passphrase ?? '') }
          : { format, clientId, token, proof },
      )
      return { name: chosen.name }
    },
  )
}
