import { codeKey, type Client } from '#shared/records/client.ts'
import type { ClientRow } from './client-rows.ts'

/** The status filter of the list; ended clients are hidden by default. */
export const statusFilters = ['current', 'active', 'paused', 'ended', 'all'] as const
export type StatusFilter = (typeof statusFilters)[number]

/**
 * The clients with the chosen status, or only those of them worth attention, whose code or therapy contains the text, in
 * the given order.
 *
 * `hiddenCount` is the number of clients that match the text but not the filters.
 */
export function filterClients(
  rows: readonly ClientRow[],
  text: string,
  { status, isOnlyFlagged }: { readonly status: StatusFilter; readonly isOnlyFlagged: boolean },
): { shown: ClientRow[]; hiddenCount: number } {
  const wanted = codeKey(text)
  const matching = rows.filter(({ item }) => holds(item.client, wanted))
  const shown = matching.filter(
    ({ item, attention }) =>
      isAskedFor(item.client.status, status) && (!isOnlyFlagged || attention.reasons.length > 0),
  )
  return { shown, hiddenCount: matching.length - shown.length }
}

function holds({ code, therapyType }: Client, wanted: string): boolean {
  return codeKey(code).includes(wanted) || codeKey(therapyType).includes(wanted)
}

function isAskedFor(status: Client['status'], filter: StatusFilter): boolean {
  if (filter === 'all') return true
  return filter === 'current' ? status !== 'ended' : status === filter
}
