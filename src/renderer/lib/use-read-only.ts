import type { ReadOnlyReason } from '#shared/contract/operations/vault.ts'
import { useAsk } from './ask.ts'

/** Why nothing can be saved in the open vault; null if it takes changes. */
export function useReadOnly(): ReadOnlyReason | null {
  const { data: status } = useAsk('vault.status')
  return status?.access === 'read-only' ? (status.readOnlyReason ?? 'folder') : null
}
