import type { Handlers } from '#shared/contract/contract.ts'
import { buildOverview } from '#shared/overview/build-overview.ts'
import type { Today } from '#shared/overview/today.ts'
import type { Client } from '#shared/sessions/client.ts'
import type { ClientRepository } from '../clients/client.repository.ts'
import type { DraftRepository } from '../drafts/draft.repository.ts'
import type { InstrumentLibrary } from '../instruments/instrument-library.ts'
import { summarise } from '../overview/read-overview.ts'
import type { ListedSession, SessionRepository } from '../sessions/session.repository.ts'
import { todayIn, type VaultContext } from '../vault-context.ts'

interface TodayParts {
  readonly context: VaultContext
  readonly clients: ClientRepository
  readonly sessions: SessionRepository
  readonly drafts: DraftRepository
  readonly instruments: InstrumentLibrary
}

export function createTodayHandlers(parts: TodayParts): Handlers<'vault'>['today'] {
  const { context, sessions, drafts } = parts
  return {
    get: () => {
      const date = todayIn(context)
      const all = parts.clients.list()
      const byId = new Map<string, Client>(all.map((client) => [client.id, client]))
      const listed = (rows: readonly ListedSession[]) =>
        rows.flatMap((row) => {
          const client = byId.get(row.clientId)
          if (!client) return []
          const { id: sessionId, number } = row
          return [{ ...named(client), sessionId, number, date: row.date, status: row.status }]
        })
      return {
        date,
        sessions: listed(sessions.onDate(date)),
        upcoming: listed(sessions.plannedAfter(date)).map(({ status: _planned, ...rest }) => rest),
        unfinished: listed(sessions.unfinishedBefore(date)),
        drafts: drafts.list().flatMap((draft) => {
          const client = byId.get(draft.clientId)
          if (!client) return []
          const { sessionId, updatedAt, log } = draft
          return [{ ...named(client), sessionId, number: log.session.number, updatedAt }]
        }),
        episodes: all
          .filter(({ status }) => status !== 'ended')
          .flatMap((client) => openEpisodes(parts, client)),
      }
    },
  }
}

function named({ id: clientId, code: clientCode, isFictional }: Client) {
  return { clientId, clientCode, isFictional }
}

/** The client's latest rupture-level episode, where it is open or was not repaired. */
function openEpisodes({ sessions, instruments }: TodayParts, client: Client): Today['episodes'] {
  const summaries = sessions.listOfClient(client.id).map((full) => summarise(full, instruments))
  const { episodes, clientAllianceMean } = buildOverview(client, summaries)
  const latest = episodes.filter(({ rater, level }) => rater === 'client' && level === 'rupture').at(-1)
  if (!latest || (latest.state !== 'open' && latest.state !== 'unrepaired')) return []
  return [
    {
      ...named(client),
      troughNumber: summaries[latest.trough]?.number ?? 1,
      troughScore: latest.troughScore,
      reference: latest.reference,
      ratings: clientAllianceMean.n,
      state: latest.state,
    },
  ]
}
