import type Database from 'better-sqlite3'
import { z } from 'zod'
import { retentionItemSchema, type RetentionItem } from '#shared/rights/retention.ts'

export const retentionQueries = {
  endedClients: `SELECT c.id, c.code, c.is_fictional,
      (SELECT count(*) FROM sessions WHERE client_id = c.id) AS sessions,
      coalesce((SELECT max(date) FROM sessions WHERE client_id = c.id), c.started_on) AS last_on,
      k.kept_until, k.reason
    FROM clients c LEFT JOIN retention_decisions k ON k.client_id = c.id
    WHERE c.status = 'ended'`,
} as const

const rowSchema = z
  .strictObject({
    id: z.string(),
    code: z.string(),
    is_fictional: z.int(),
    sessions: z.int(),
    last_on: z.string(),
    kept_until: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .transform((row) =>
    retentionItemSchema.parse({
      clientId: row.id,
      code: row.code,
      isFictional: row.is_fictional === 1,
      sessions: row.sessions,
      lastOn: row.last_on,
      kept: row.kept_until === null ? null : { until: row.kept_until, reason: row.reason },
    }),
  )

/** Ended therapies, and the decisions about keeping them. */
export function createRetentionRepository(db: Database.Database) {
  const ended = db.prepare(retentionQueries.endedClients)
  return {
    ended: (): RetentionItem[] => ended.all().map((row) => rowSchema.parse(row)),
    keep: (decision: { clientId: string; until: string; reason: string; decidedAt: string }): void => {
      db.prepare(
        `INSERT INTO retention_decisions (client_id, kept_until, reason, decided_at)
         VALUES (:clientId, :until, :reason, :decidedAt)
         ON CONFLICT (client_id) DO UPDATE SET kept_until = :until, reason = :reason, decided_at = :decidedAt`,
      ).run(decision)
    },
  }
}

export type RetentionRepository = ReturnType<typeof createRetentionRepository>
