import type { ClientAttention } from '#shared/attention/attention.ts'
import { currentReasons } from '#shared/attention/find-reasons.ts'
import { reasonsIn } from '#shared/attention/gist.ts'
import { todayIn } from '../../database/vault-context.ts'
import type { NamedClient } from '../clients/client-rows.ts'
import type { Records } from '../records.ts'
import { createGistReader } from './read-gist.ts'

/** A client with every reason, also those that the therapist has looked at. */
export type ClientWithReasons = ClientAttention & { readonly all: ClientAttention['reasons'] }

/**
 * Returns a function that finds the reasons to look at a client, from the gist of their ratings and from what the day
 * decides. It serves one answer: all clients of that answer are read at the same day, with the same parameters.
 * It names each client whose gist had to be worked out.
 */
export function createAttentionReader(records: Records, onWorkedOut?: (clientId: string) => void) {
  const { context, sessions, lookedAt } = records
  const today = todayIn(context)
  const { read } = createGistReader(records, onWorkedOut)
  const nextOf = sessions.nextOfClients(today)
  const risks = Map.groupBy(records.riskPath.listOpen(), ({ clientId }) => clientId)
  const drafts = Map.groupBy(records.drafts.list(), ({ clientId }) => clientId)
  const begun = Map.groupBy(
    sessions.unfinishedBefore(today).filter(({ status }) => status === 'begun'),
    ({ clientId }) => clientId,
  )

  const putOff = Map.groupBy(lookedAt.putOffBeyond(today), ({ clientId }) => clientId)

  return (client: NamedClient): ClientWithReasons => {
    const { id, code, isFictional, status } = client
    const gist = read(id)
    const next = nextOf.get(id) ?? null
    const all = currentReasons(reasonsIn(gist), {
      today,
      status,
      risks: risks.get(id) ?? [],
      drafts: drafts.get(id) ?? [],
      begun: begun.get(id) ?? [],
      isPlanned: next !== null,
      lastSeen: gist.lastSeen,
    })
    const hidden = (putOff.get(id) ?? []).filter(({ kind, evidence }) =>
      all.some((reason) => reason.kind === kind && reason.evidence === evidence),
    )
    return {
      clientId: id,
      clientCode: code,
      isFictional,
      all,
      reasons: all.filter((reason) => !hidden.some(({ kind }) => kind === reason.kind)),
      lookedAt: hidden.map(({ kind, until }) => ({ kind, until })),
      trend: gist.trend,
      outcome: gist.outcome,
      next,
    }
  }
}
