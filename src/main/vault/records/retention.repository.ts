import type Database from 'better-sqlite3'
import { z } from 'zod'
import {
  retentionDecisionSchema,
  retentionItemSchema,
  type RetentionDecision,
  type RetentionItem,
} from '#shared/rights/retention.ts'
import { flagColumn, rowOf } from './stored-row.ts'

export const retentionQueries = {
  endedClients: `SELECT c.id AS client_id, c.code, c.is_fictional,
      (SELECT count(*) FROM sessions WHERE client_id = c.id) AS sessions,
      coalesce((SELECT max(date) FROM sessions WHERE client_id = c.id), c.started_on) AS last_on,
      k.kept_until, k.reason
    FROM clients c LEFT JOIN retention_decisions k ON k.client_id = c.id
    WHERE c.status = 'ended'`,
  keptOfClient: 'SELECT kept_until AS until, reason FROM retention_decisions WHERE client_id = ?',
} as const

const rowSchema = rowOf(
  retentionItemSchema
    .omit({ kept: true })
    .extend({
      isFictional: flagColumn,
      keptUntil: z.string().nullable(),
      reason: z.string().nullable(),
    })
    .transform(({ keptUntil: until, reason, ...item }) => ({
      ...item,
      kept: until === null || reason === null ? null : { until, reason },
    })),
)

/** Ended therapies, and the decisions about keeping them. */
export function createRetentionRepository(db: Database.Database) {
  const ended = db.prepare(retentionQueries.endedClients)
  const kept = db.prepare(retentionQueries.keptOfClient)
  return {
    /** Until when and why a client is kept beyond the rule; null if nobody decided that. */
    keptOf: (clientId: string): RetentionDecision | null =>
      rowOf(retentionDecisionSchema).optional().parse(kept.get(clientId)) ?? null,
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
