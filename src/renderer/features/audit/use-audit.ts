import { keepPreviousData } from '@tanstack/react-query'
import type { Proven } from '#shared/contract/proof.ts'
import type { AuditFilter } from '#shared/contract/operations/audit.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChangeBy } from '#renderer/lib/change.ts'

export const everything: AuditFilter = { area: null, clientId: null, from: null, to: null }
/** Few enough to read through without losing one's place. */
const entriesOnAPage = 50

/**
 * One page of the log: the newest, or the one before an entry. The last page stays on screen until the next arrives.
 */
export function useAuditPage(filter: AuditFilter, before: number | null) {
  return useAsk(
    'audit.list',
    { ...filter, before, most: entriesOnAPage },
    // Other parts of the app add entries, so every visit reads the log again.
    { staleTime: 0, placeholderData: keepPreviousData },
  )
}

export function useAuditOverview() {
  return useAsk('audit.overview', undefined, {
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.check ? false : 3_000),
  })
}

/** Lets the user choose a file and saves the log there. Gives null if the user cancels. */
export function useAuditExport() {
  const api = useApi()
  return useChangeBy(
    'audit.export',
    async (save, { format, proof }: { format: 'lines' | 'csv' } & Proven) => {
      const chosen = await api.files.choose({ purpose: format === 'csv' ? 'audit-export' : 'audit-lines' })
      if (chosen.kind === 'cancelled') return null
      const { entries } = await save({ token: chosen.token, format, proof })
      return { entries, name: chosen.name }
    },
  )
}

/** Client codes by id, because the log holds only ids. */
export function useClientCodes() {
  const clients = useAsk('clients.list')
  return clients.data?.map(({ client }) => ({ id: client.id, code: client.code })) ?? null
}
