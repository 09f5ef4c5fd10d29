import type Database from 'better-sqlite3'
import { z } from 'zod'
import { clientSchema, codeKey, type Client } from '#shared/records/client.ts'
import { flagColumn, rowOf } from '../stored-row.ts'
import { countedFrom, namedFrom, namedSchema, type CountedClient, type NamedClient } from './client-rows.ts'

const rowSchema = rowOf(clientSchema.extend({ isFictional: flagColumn }))

const listedSchema = rowOf(
  z.strictObject({
    ...clientSchema.shape,
    isFictional: flagColumn,
    sessionCount: z.int(),
    lastHeldOn: z.string().nullable(),
    nextPlannedOn: z.string().nullable(),
  }),
)

const columns =
  'id, code, status, started_on, therapy_type, usual_duration_minutes, notes, is_fictional, created_at, revision'

// The sessions are counted only where no gist holds the counts.
const counts = `
      CASE WHEN held IS NOT NULL THEN held
        ELSE (SELECT count(*) FROM sessions WHERE client_id = clients.id AND status = 'held') END AS session_count,
      CASE WHEN held IS NOT NULL THEN last_held_on
        ELSE (SELECT max(date) FROM sessions WHERE client_id = clients.id AND status = 'held') END AS last_held_on`

export const clientQueries = {
  byId: `SELECT ${columns} FROM clients WHERE id = ?`,
  idByCodeKey: 'SELECT id FROM clients WHERE code_key = ?',
  allByCode: `SELECT ${columns} FROM clients ORDER BY code_key`,
  named: 'SELECT id, code, status, is_fictional FROM clients ORDER BY code_key',
  namedById: 'SELECT id, code, status, is_fictional FROM clients WHERE id = ?',
  counted: `SELECT id, status, therapy_type, ${counts}
    FROM clients LEFT JOIN client_gists ON client_gists.client_id = clients.id ORDER BY code_key`,
  listed: `SELECT ${columns}, ${counts},
      (SELECT min(date) FROM sessions WHERE client_id = clients.id AND status = 'planned' AND date >= :today) AS next_planned_on
    FROM clients LEFT JOIN client_gists ON client_gists.client_id = clients.id ORDER BY code_key`,
  any: 'SELECT 1 FROM clients ORDER BY code_key LIMIT 1',
  anyFictional: 'SELECT 1 FROM clients WHERE is_fictional = 1 LIMIT 1',
  removeUnused: 'DELETE FROM clients WHERE id = ?',
  eraseFictional: 'DELETE FROM clients WHERE is_fictional = 1',
} as const

/** Clients as rows. Checks no permissions. */
export function createClientRepository(db: Database.Database) {
  const byId = db.prepare(clientQueries.byId)
  const idByCodeKey = db.prepare(clientQueries.idByCodeKey).pluck()
  const allByCode = db.prepare(clientQueries.allByCode)
  const named = db.prepare(clientQueries.named)
  const namedById = db.prepare(clientQueries.namedById)
  const counted = db.prepare(clientQueries.counted)
  const listed = db.prepare(clientQueries.listed)
  return {
    get: (id: string): Client | null => rowSchema.optional().parse(byId.get(id)) ?? null,
    list: (): Client[] => allByCode.all().map((row) => rowSchema.parse(row)),
    /** All clients, without what no list needs. */
    named: (): NamedClient[] => named.all().map(namedFrom),
    /** The same of one client. */
    namedById: (id: string): NamedClient | null => namedSchema.optional().parse(namedById.get(id)) ?? null,
    /** What Clients shows of all clients beside what is worth attention. */
    counted: (): CountedClient[] => counted.all().map(countedFrom),
    /** All clients, each with the number of sessions held, the last one held and the next one planned. */
    listed: (today: string) =>
      listed.all({ today }).map((row) => {
        const { sessionCount, lastHeldOn, nextPlannedOn, ...client } = listedSchema.parse(row)
        return { client, sessionCount, lastHeldOn, nextPlannedOn }
      }),
    /** The id of the client with this code, however it is spelled. */
    idWithCode: (code: string): string | null =>
      z
        .string()
        .nullable()
        .parse(idByCodeKey.get(codeKey(code)) ?? null),
    insert: (client: Client): void => {
      db.prepare(
        `INSERT INTO clients (${columns}, code_key)
         VALUES (:id, :code, :status, :startedOn, :therapyType, :usualDurationMinutes, :notes, :isFictional, :createdAt,
           :revision, :codeKey)`,
      ).run(toParameters(client))
    },
    update: (client: Client): void => {
      db.prepare(
        `UPDATE clients SET code = :code, code_key = :codeKey, status = :status, started_on = :startedOn,
           therapy_type = :therapyType,
           usual_duration_minutes = :usualDurationMinutes, notes = :notes, revision = :revision
         WHERE id = :id`,
      ).run(toParameters(client))
    },
    /** Removes a client who has no records. */
    removeUnused: (id: string): void => void db.prepare(clientQueries.removeUnused).run(id),
    hasAny: (): boolean => db.prepare(clientQueries.any).get() !== undefined,
    hasFictional: (): boolean => db.prepare(clientQueries.anyFictional).get() !== undefined,
    /** Erases every fictional client with all their records. Returns the number of clients erased. */
    eraseFictional: (): number => db.prepare(clientQueries.eraseFictional).run().changes,
  }
}

function toParameters(client: Client) {
  return { ...client, isFictional: client.isFictional ? 1 : 0, codeKey: codeKey(client.code) }
}
