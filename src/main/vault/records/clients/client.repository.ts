import type Database from 'better-sqlite3'
import { z } from 'zod'
import { clientSchema, codeKey, type Client } from '#shared/records/client.ts'
import { flagColumn, rowOf } from '../stored-row.ts'

const rowSchema = rowOf(clientSchema.extend({ isFictional: flagColumn }))

const countsSchema = rowOf(
  z.strictObject({
    sessionCount: z.int(),
    lastHeldOn: z.string().nullable(),
    nextPlannedOn: z.string().nullable(),
  }),
)

const columns =
  'id, code, status, started_on, therapy_type, usual_duration_minutes, notes, is_fictional, created_at, revision'

export const clientQueries = {
  byId: `SELECT ${columns} FROM clients WHERE id = ?`,
  idByCodeKey: 'SELECT id FROM clients WHERE code_key = ?',
  allByCode: `SELECT ${columns} FROM clients ORDER BY code_key`,
  counts: `SELECT
      (SELECT count(*) FROM sessions WHERE client_id = :id AND status = 'held') AS session_count,
      (SELECT max(date) FROM sessions WHERE client_id = :id AND status = 'held') AS last_held_on,
      (SELECT min(date) FROM sessions WHERE client_id = :id AND status = 'planned' AND date >= :today) AS next_planned_on`,
  anyFictional: 'SELECT 1 FROM clients WHERE is_fictional = 1 LIMIT 1',
  eraseFictional: 'DELETE FROM clients WHERE is_fictional = 1',
} as const

/** Clients as rows. Checks no permissions. */
export function createClientRepository(db: Database.Database) {
  const byId = db.prepare(clientQueries.byId)
  const idByCodeKey = db.prepare(clientQueries.idByCodeKey).pluck()
  const allByCode = db.prepare(clientQueries.allByCode)
  const counts = db.prepare(clientQueries.counts)
  return {
    get: (id: string): Client | null => rowSchema.optional().parse(byId.get(id)) ?? null,
    list: (): Client[] => allByCode.all().map((row) => rowSchema.parse(row)),
    /** The number of a client's sessions, the last one held and the next one planned. */
    counts: (id: string, today: string) => countsSchema.parse(counts.get({ id, today })),
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
    hasFictional: (): boolean => db.prepare(clientQueries.anyFictional).get() !== undefined,
    /** Erases every fictional client with all their records. Returns the number of clients erased. */
    eraseFictional: (): number => db.prepare(clientQueries.eraseFictional).run().changes,
  }
}

function toParameters(client: Client) {
  return { ...client, isFictional: client.isFictional ? 1 : 0, codeKey: codeKey(client.code) }
}
