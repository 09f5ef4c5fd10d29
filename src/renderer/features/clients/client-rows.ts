import type { ClientAttention } from '#shared/attention/attention.ts'
import { byAttention } from '#shared/attention/attention.ts'
import type { ClientListItem } from '#shared/contract/operations/clients.ts'

/** A client of the list with what is worth attention. */
export interface ClientRow {
  readonly item: ClientListItem
  readonly attention: ClientAttention
}

/** The columns of the list, each of which can sort it. */
export const clientColumns = [
  'code',
  'attention',
  'trend',
  'outcome',
  'lastHeldOn',
  'nextPlannedOn',
  'sessions',
] as const
export type ClientColumn = (typeof clientColumns)[number]

/** The order of the list. */
export interface ClientOrder {
  readonly column: ClientColumn
  readonly direction: 'ascending' | 'descending'
}

/** The order that the list opens with: as on Today. */
export const attentionOrder: ClientOrder = { column: 'attention', direction: 'ascending' }

/** Joins the two answers of the vault by client, in the order of the first. Leaves out a client that only one has. */
export function joinRows(
  items: readonly ClientListItem[],
  attention: readonly ClientAttention[],
): ClientRow[] {
  const byId = new Map<string, ClientAttention>(attention.map((each) => [each.clientId, each]))
  return items.flatMap((item) => {
    const found = byId.get(item.client.id)
    return found ? [{ item, attention: found }] : []
  })
}

/** Sorts by one column, and clients that are the same there as on Today. Clients without a value come last, either way. */
export function sortRows(rows: readonly ClientRow[], { column, direction }: ClientOrder): ClientRow[] {
  const sign = direction === 'ascending' ? 1 : -1
  if (column === 'attention')
    return rows.toSorted((one, other) => sign * byAttention(one.attention, other.attention))
  const valueOf = values[column]
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .toSorted((one, other) => {
      if (one.value === null || other.value === null) {
        if (one.value !== other.value) return one.value === null ? 1 : -1
        return byAttention(one.row.attention, other.row.attention)
      }
      return sign * compared(one.value, other.value) || byAttention(one.row.attention, other.row.attention)
    })
    .map(({ row }) => row)
}

type Value = string | number | null

const values: Readonly<Record<Exclude<ClientColumn, 'attention'>, (row: ClientRow) => Value>> = {
  code: ({ item }) => item.client.code,
  // Clients can have different scales; the share of the scale can be compared.
  trend: ({ attention: { trend } }) => {
    const last = trend?.values.findLast((value) => value !== null) ?? null
    return trend === null || last === null ? null : (last - trend.minimum) / (trend.maximum - trend.minimum)
  },
  outcome: ({ attention: { outcome } }) => (outcome === null ? null : standings.indexOf(outcome.standing)),
  lastHeldOn: ({ item }) => item.lastHeldOn,
  nextPlannedOn: ({ attention: { next } }) =>
    next === null ? null : `${next.date} ${next.timeOfDay ?? '24:00'}`,
  sessions: ({ item }) => item.sessionCount,
}

/** From the worst to the best, and then those without a second rating. */
const standings = ['reliably-worse', 'not-reliable', 'reliably-better', 'too-few-ratings'] as const

const texts = new Intl.Collator('en', { numeric: true })

function compared(one: NonNullable<Value>, other: NonNullable<Value>): number {
  return typeof one === 'number' && typeof other === 'number'
    ? one - other
    : texts.compare(String(one), String(other))
}
