import type { Handlers } from '#shared/contract/contract.ts'
import type { NamedClient } from '../../records/clients/client-rows.ts'
import type { ListedSession } from '../../records/sessions/session.repository.ts'
import { todayIn } from '../../database/vault-context.ts'
import type { Records } from '../../records/records.ts'

export function createTodayHandlers(records: Records): Handlers<'vault'>['today'] {
  const { context, clients, sessions, drafts } = records
  return {
    get: () => {
      const date = todayIn(context)
      const listed = (rows: readonly ListedSession[]) =>
        rows.flatMap((row) => {
          const client = clients.namedById(row.clientId)
          if (!client) return []
          const { id: sessionId, number } = row
          const { date: day, timeOfDay, status } = row
          return [{ ...named(client), sessionId, number, date: day, timeOfDay, status }]
        })
      return {
        date,
        hasClients: clients.hasAny(),
        risks: records.riskPath.listOpen(),
        sessions: listed(sessions.onDate(date)),
        upcoming: listed(sessions.plannedAfter(date)),
        unfinished: listed(sessions.unfinishedBefore(date)),
        drafts: drafts.list().flatMap((draft) => {
          const client = clients.namedById(draft.clientId)
          if (!client) return []
          const { sessionId, updatedAt, log } = draft
          return [{ ...named(client), sessionId, number: log.session.number, updatedAt }]
        }),
      }
    },
  }
}

function named({ id: clientId, code: clientCode, isFictional }: NamedClient) {
  return { clientId, clientCode, isFictional }
}
