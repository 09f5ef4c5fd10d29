import { byAttention } from '#shared/attention/attention.ts'
import type { Client } from '#shared/records/client.ts'
import { isBrought, type AgendaItem, type AgendaReason, type Suggestion } from '#shared/supervision/agenda.ts'
import { gapOf, widestOf } from '#shared/supervision/widest-gaps.ts'
import { createAttentionReader } from '../../records/attention/read-attention.ts'
import { createPracticeReader } from '../../records/practice/read-practice-record.ts'
import type { Records } from '../../records/records.ts'

/** Everything that the ratings would bring to supervision and that is not on the agenda yet, the most pressing first. */
export function suggestItems(records: Records): Suggestion[] {
  const { clients, agendaItems } = records
  const all = clients.list()
  const read = createAttentionReader(records)
  const reasons = all
    .map(read)
    .toSorted((one, other) => byAttention({ ...one, reasons: one.all }, { ...other, reasons: other.all }))
    .flatMap(({ clientId, clientCode, all: found }) =>
      found.filter(isBrought).map((reason): Suggestion => ({ clientId, clientCode, reason })),
    )
  return [...reasons, ...widestGaps(records, all)].filter(
    ({ clientId, reason }) => !agendaItems.ofClient(clientId).some((item) => covers(item, reason)),
  )
}

/** The widest gaps between the two views of the alliance, among clients whose therapy goes on. */
function widestGaps(records: Records, all: readonly Client[]): Suggestion[] {
  const read = createPracticeReader(records)
  const found = all
    .filter(({ status }) => status === 'active')
    .flatMap((client) => {
      const { sessions, differences } = read(client.id)
      const gap = gapOf(differences)
      const newest = gap === null ? undefined : sessions[gap.newest]
      return gap === null || newest === undefined ? [] : [{ client, gap, newest }]
    })
  return widestOf(found).map(({ client, gap: { difference, sessions }, newest: { number, date } }) => ({
    clientId: client.id,
    clientCode: client.code,
    reason: {
      kind: 'gap',
      on: date,
      evidence: `${String(number)} ${difference.toFixed(2)}`,
      number,
      difference,
      sessions,
    },
  }))
}

/** Whether an item stands for a reason: it waits, or it was settled and nothing newer turned up. */
function covers({ state, reason: taken }: AgendaItem, reason: AgendaReason): boolean {
  if (taken?.kind !== reason.kind) return false
  return state === 'open' || state === 'put-off' || taken.evidence === reason.evidence
}
