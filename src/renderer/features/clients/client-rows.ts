import type { ClientRow } from '#shared/attention/client-rows.ts'

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

/**
 * Sorts rows that come in the order of Today by one column, and clients that are the same there as on Today. Clients
 * without a value come last, either way.
 */
export function sortRows(rows: readonly ClientRow[], { column, direction }: ClientOrder): ClientRow[] {
  if (column === 'attention') return direction === 'ascending' ? [...rows] : rows.toReversed()
  const sign = direction === 'ascending' ? 1 : -1
  const valueOf = values[column]
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .toSorted((one, other) => {
      if (one.value !== null && other.value !== null) return sign * compared(one.value, other.value)
      return Number(one.value === null) - Number(other.value === null)
    })
    .map(({ row }) => row)
}

type Value = string | number | null

const values: Readonly<Record<Exclude<ClientColumn, 'attention'>, (row: ClientRow) => Value>> = {
  code: ({ clientCode }) => clientCode,
  // Clients can have different scales; the share of the scale can be compared.
  trend: ({ trend }) => {
    const last = trend?.values.findLast((value) => value !== null) ?? null
    return trend === null || last === null ? null : (last - trend.minimum) / (trend.maximum - trend.minimum)
  },
  outcome: ({ outcome }) => (outcome === null ? null : standings.indexOf(outcome.standing)),
  lastHeldOn: ({ lastHeldOn }) => lastHeldOn,
  nextPlannedOn: ({ next }) => (next === null ? null : `${next.date} ${next.timeOfDay ?? '24:00'}`),
  sessions: ({ sessionCount }) => sessionCount,
}

/** From the worst to the best, and then those without a second rating. */
const standings = ['reliably-worse', 'not-reliable', 'reliably-better', 'too-few-ratings'] as const

const texts = new Intl.Collator('en', { numeric: true })

function compared(one: NonNullable<Value>, other: NonNullable<Value>): number {
  return typeof one === 'number' && typeof other === 'number'
    ? one - other
    : texts.compare(String(one), String(other))
}
