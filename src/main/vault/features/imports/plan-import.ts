import { randomUUID } from 'node:crypto'
import type { Brought } from '#shared/imports/import-preview.ts'
import { createProblemList, type RowProblems } from '#shared/imports/import-problem.ts'
import type { SessionToImport } from '#shared/imports/rated-session.ts'
import { endorsedRiskItems } from '#shared/instruments/response.ts'
import { codeKey } from '#shared/records/client.ts'
import { clientIdSchema, type ClientId } from '#shared/records/ids.ts'
import type { Response } from '#shared/records/session-log.ts'
import type { Records } from '../../records/records.ts'
import { looksOf } from '../../records/clients/code-that-looks-like.ts'
import { checkForms } from './check-forms.ts'
import { placeSessions, type PlacedSession } from './place-sessions.ts'

/** A session that an import makes, or adds forms to. */
export interface PlannedSession extends PlacedSession {
  readonly clientId: ClientId
  readonly added: readonly Response[]
}

/** A client whom an import makes. */
export interface PlannedClient {
  readonly id: ClientId
  readonly code: string
  readonly isFictional: boolean
  readonly startedOn: string
}

/** All that an import does, and what it leaves out. */
export interface PlannedImport {
  readonly clients: readonly PlannedClient[]
  readonly sessions: readonly PlannedSession[]
  readonly brings: Brought
  readonly unchanged: number
  readonly problems: RowProblems
}

/** Works out what importing sessions would do to the vault as it is now. Changes nothing. */
export function planImport(
  records: Records,
  given: readonly SessionToImport[],
  before: RowProblems,
): PlannedImport {
  const problems = createProblemList(before)
  const clients: PlannedClient[] = []
  const planned: PlannedSession[] = []
  const codeByLooks = new Map(records.clients.named().map(({ code }) => [looksOf(code), code]))
  let unchanged = 0
  for (const ofClient of Map.groupBy(given, ({ client }) => codeKey(client)).values()) {
    const [first] = ofClient
    if (first === undefined) continue
    const knownId = records.clients.idWithCode(first.client)
    const known = knownId === null ? null : records.clients.get(knownId)
    // Fictional clients are removed together, and a real session must not go with them.
    if (known !== null && known.isFictional !== first.isFictional) {
      problems.add(first.row, 'client-fictional', '', first.client)
      continue
    }
    const alike = known === null ? codeByLooks.get(looksOf(first.client)) : undefined
    if (alike !== undefined) {
      problems.add(first.row, 'code-looks-alike', first.client, alike)
      continue
    }
    const clientId = known?.id ?? clientIdSchema.parse(randomUUID())
    const ofThisClient: PlannedSession[] = []
    for (const placed of placeSessions(records, known?.id ?? null, ofClient, problems)) {
      const checked = checkForms(records.instruments, placed, problems)
      unchanged += checked.unchanged
      // A session without a form comes only from Attune's own table, which has sessions that were not rated, too.
      const isNew = placed.before === null && (checked.added.length > 0 || placed.forms.length === 0)
      if (isNew || checked.added.length > 0) ofThisClient.push({ ...placed, clientId, added: checked.added })
    }
    const [earliest] = ofThisClient.map(({ date }) => date).sort()
    if (earliest === undefined) continue
    planned.push(...ofThisClient)
    if (known === null) {
      codeByLooks.set(looksOf(first.client), first.client)
      clients.push({
        id: clientId,
        code: first.client,
        isFictional: first.isFictional,
        startedOn: earliest,
      })
    }
  }
  const added = planned.flatMap((session) => session.added)
  return {
    clients,
    sessions: planned,
    brings: {
      newClients: clients.length,
      newSessions: planned.filter((session) => session.before === null).length,
      extendedSessions: planned.filter((session) => session.before !== null).length,
      forms: added.length,
      risks: added.reduce((sum, response) => sum + risksIn(records, response), 0),
    },
    unchanged,
    problems: problems.all(),
  }
}

function risksIn({ instruments }: Records, response: Response): number {
  const instrument = instruments.find(response.instrumentId, response.instrumentVersion)
  return instrument === null ? 0 : endorsedRiskItems(instrument, response.answers).length
}
