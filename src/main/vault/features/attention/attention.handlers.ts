import type { Handlers } from '#shared/contract/contract.ts'
import {
  byAttention,
  longestPutOffDays,
  mostNamedOnToday,
  type ClientAttention,
} from '#shared/attention/attention.ts'
import { packRows } from '#shared/attention/client-rows.ts'
import { firstInOrder } from '#shared/attention/first-in-order.ts'
import { AppError } from '#shared/contract/result.ts'
import { daysBetween } from '#shared/records/days.ts'
import { change, sequenceOf } from '../../database/change.ts'
import { todayIn } from '../../database/vault-context.ts'
import { createGistKeeper } from '../../records/attention/keep-gists.ts'
import { createAttentionReader } from '../../records/attention/read-attention.ts'
import type { Records } from '../../records/records.ts'

/** Handlers for the reasons to look at clients. */
export function createAttentionHandlers(records: Records): Handlers<'vault'>['attention'] {
  const { context, clients, lookedAt, sessions } = records
  const keepGists = createGistKeeper(records)
  const readAll = (): ClientAttention[] => {
    const workedOut: string[] = []
    const read = createAttentionReader(records, (clientId) => workedOut.push(clientId))
    const all = clients.named().map((client) => {
      const { all: _all, ...shown } = read(client)
      return shown
    })
    keepGists(workedOut)
    return all
  }
  /** All clients in the order of their codes, and the count of changes and the day that they are of. */
  let last: { readonly sequence: number; readonly today: string; readonly all: ClientAttention[] } | null =
    null
  // Today and Clients ask for the same list, mostly one after the other without a change in between.
  const current = () => {
    const [sequence, today] = [sequenceOf(context.db), todayIn(context)]
    if (last?.sequence !== sequence || last.today !== today) last = { sequence, today, all: readAll() }
    return last
  }
  return {
    list: () => {
      const counted = new Map(clients.counted().map(({ id, ...rest }) => [id, rest]))
      const rows = current()
        .all.toSorted(byAttention)
        .flatMap((client) => {
          const rest = counted.get(client.clientId)
          return rest ? [{ ...client, ...rest }] : []
        })
      return packRows(rows)
    },
    today: () => {
      const { all, today } = current()
      const ofDay = new Set<string>(sessions.onDate(today).map(({ clientId }) => clientId))
      const flagged = all.filter(({ reasons }) => reasons.length > 0)
      const named = new Set(firstInOrder(flagged, mostNamedOnToday, byAttention))
      const isShown = (client: ClientAttention): boolean =>
        named.has(client) || ofDay.has(client.clientId) || client.lookedAt.length > 0
      return { clients: all.filter(isShown).toSorted(byAttention), flagged: flagged.length }
    },
    lookAt: ({ clientId, reasons, until }) =>
      change(context.db, () => {
        const client = clients.get(clientId)
        if (!client) throw new AppError('not-found', ['clientId'])
        const days = daysBetween(todayIn(context), until)
        if (days < 1 || days > longestPutOffDays) throw new AppError('invalid-input', ['until'])
        const { all } = createAttentionReader(records)(client)
        const at = context.now().toISOString()
        for (const { kind, evidence } of reasons) {
          const isThere = all.some((reason) => reason.kind === kind && reason.evidence === evidence)
          // Nobody has looked at what turned up since the list was shown.
          if (!isThere) throw new AppError('conflict', ['reasons'])
          lookedAt.put(clientId, { kind, evidence, until }, at)
        }
      }),
    bringBack: ({ clientId }) =>
      change(context.db, () => {
        if (!clients.get(clientId)) throw new AppError('not-found', ['clientId'])
        lookedAt.removeOf(clientId)
      }),
  }
}
