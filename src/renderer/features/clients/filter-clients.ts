import type { ClientRow } from '#shared/attention/client-rows.ts'
import { rankingBy } from '#renderer/lib/ranked-by-name.ts'

/** The status filter of the list; ended clients are hidden by default. */
export const statusFilters = ['current', 'active', 'paused', 'ended', 'all'] as const
export type StatusFilter = (typeof statusFilters)[number]

/**
 * The clients with the chosen status, or only those of them worth attention, whose code or therapy contains the text,
 * whatever its case, accents, dashes and spaces; in the given order.
 *
 * `hiddenCount` is the number of clients that match the text but not the filters.
 */
export function filterClients(
  rows: readonly ClientRow[],
  text: string,
  { status, isOnlyFlagged }: { readonly status: StatusFilter; readonly isOnlyFlagged: boolean },
): { shown: ClientRow[]; hiddenCount: number } {
  const rankOf = rankingBy(text)
  const matching = rows.filter(
    ({ clientCode, therapyType }) => rankOf(clientCode) !== null || rankOf(therapyType) !== null,
  )
  const shown = matching.filter(
    (row) => isAskedFor(row.status, status) && (!isOnlyFlagged || row.reasons.length > 0),
  )
  return { shown, hiddenCount: matching.length - shown.length }
}

function isAskedFor(status: ClientRow['status'], filter: StatusFilter): boolean {
  if (filter === 'all') return true
  return filter === 'current' ? status !== 'ended' : status === filter
}
