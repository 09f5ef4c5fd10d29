import type { Handlers } from '#shared/contract/contract.ts'
import { ruptureEpisodes } from '#shared/analytics/index.ts'
import { ruptureOptions } from '#shared/overview/explain-course.ts'
import type { RuleParameters } from '#shared/rule-settings/rule-parameters.ts'
import type { Today } from '#shared/overview/today.ts'
import type { Client } from '#shared/records/client.ts'
import { seriesSources } from '../../records/scores/series-of-client.ts'
import type { ListedSession } from '../../records/sessions/session.repository.ts'
import { todayIn } from '../../database/vault-context.ts'
import { createAllianceReader, type AllianceSeries } from './alliance-series.ts'
import { createLatestNoteReader, type NotedRupture } from './latest-note.ts'
import type { Records } from '../../records/records.ts'

export function createTodayHandlers(records: Records): Handlers<'vault'>['today'] {
  const { context, sessions, drafts } = records
  const readLatestNote = createLatestNoteReader(context.db)
  return {
    get: () => {
      const date = todayIn(context)
      const all = records.clients.list()
      const parameters = records.rules.read()
      const byId = new Map<string, Client>(all.map((client) => [client.id, client]))
      const listed = (rows: readonly ListedSession[]) =>
        rows.flatMap((row) => {
          const client = byId.get(row.clientId)
          if (!client) return []
          const { id: sessionId, number } = row
          const { date: day, timeOfDay, status } = row
          return [{ ...named(client), sessionId, number, date: day, timeOfDay, status }]
        })
      const readAlliance = createAllianceReader(
        seriesSources(records.instruments, records.ownSpreads.reader()),
      )
      return {
        date,
        risks: records.riskPath.listOpen(),
        sessions: listed(sessions.onDate(date)),
        upcoming: listed(sessions.plannedAfter(date)),
        unfinished: listed(sessions.unfinishedBefore(date)),
        drafts: drafts.list().flatMap((draft) => {
          const client = byId.get(draft.clientId)
          if (!client) return []
          const { sessionId, updatedAt, log } = draft
          return [{ ...named(client), sessionId, number: log.session.number, updatedAt }]
        }),
        episodes: all
          .filter(({ status }) => status !== 'ended')
          .flatMap((client) =>
            openEpisodes(
              readAlliance(records.clientScores.ofClient(client.id), records.leads.ofClient(client.id)),
              client,
              parameters,
            ),
          ),
        notes: all
          .filter(({ status }) => status === 'active')
          .flatMap((client) => openNote(readLatestNote(client.id), client)),
      }
    },
  }
}

function named({ id: clientId, code: clientCode, isFictional }: Client) {
  return { clientId, clientCode, isFictional }
}

/** The client's latest rupture-level episode, if it is open or was not repaired. */
function openEpisodes(
  { numbers, scores, lead }: AllianceSeries,
  client: Client,
  parameters: RuleParameters,
): Today['episodes'] {
  const latest = (lead === null ? [] : ruptureEpisodes(scores, ruptureOptions(parameters, lead)))
    .filter(({ level }) => level === 'rupture')
    .at(-1)
  if (!latest || (latest.state !== 'open' && latest.state !== 'unrepaired')) return []
  return [
    {
      ...named(client),
      troughNumber: numbers[latest.trough] ?? 1,
      troughScore: latest.troughScore,
      reference: latest.reference,
      ratings: scores.slice(0, latest.peak + 1).filter((score) => score !== null).length,
      state: latest.state,
    },
  ]
}

/** The client's newest noted rupture, unless somebody marked it as repaired. */
function openNote(noted: NotedRupture | null, client: Client): Today['notes'] {
  if (noted === null) return []
  const { isWithdrawal, isConfrontation, resolution } = noted.note
  if (resolution === 'resolved') return []
  return [{ ...named(client), number: noted.number, isWithdrawal, isConfrontation, resolution }]
}
