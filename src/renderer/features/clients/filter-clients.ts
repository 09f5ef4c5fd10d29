import type { ClientListItem } from '#shared/contract/operations/clients.ts'
import { codeKey, type Client } from '#shared/records/client.ts'

/** The status filter of the list; ended clients are hidden by default. */
export const statusFilters = ['current', 'active', 'paused', 'ended', 'all'] as const
export type StatusFilter = (typeof statusFilters)[number]

/**
 * The clients with the chosen status whose code or therapy contains the text, in the given order.
 *
 * `hiddenCount` is the number of clients that match the text but have another status.
 */
export function filterClients(
  items: readonly ClientListItem[],
  text: string,
  filter: StatusFilter,
): { shown: ClientListItem[]; hiddenCount: number } {
  const wanted = codeKey(text)
  const matching = items.filter(({ client }) => holds(client, wanted))
  const shown = matching.filter(({ client }) => isAskedFor(client.status, filter))
  return { shown, hiddenCount: matching.length - shown.length }
}

function holds({ code, therapyType }: Client, wanted: string): boolean {
  return codeKey(code).includes(wanted) || codeKey(therapyType).includes(wanted)
}

function isAskedFor(status: Client['status'], filter: StatusFilter): boolean {
  if (filter === 'all') return true
  return filter === 'current' ? status !== 'ended' : status === filter
}
