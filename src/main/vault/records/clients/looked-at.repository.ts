import type Database from 'better-sqlite3'
import { z } from 'zod'
import { attentionKinds } from '#shared/attention/attention.ts'
import { rowOf } from '../stored-row.ts'

export const lookedAtQueries = {
  lookedAtOfClient: 'SELECT kind, evidence, until FROM attention_looked_at WHERE client_id = ?',
} as const

const rowSchema = rowOf(
  z.strictObject({ kind: z.enum(attentionKinds), evidence: z.string(), until: z.string() }),
)
export type LookedAt = Readonly<z.output<typeof rowSchema>>

/** Reasons that the therapist has looked at, one of each kind for a client. */
export function createLookedAtRepository(db: Database.Database) {
  const ofClient = db.prepare(lookedAtQueries.lookedAtOfClient)
  return {
    ofClient: (clientId: string): LookedAt[] => ofClient.all(clientId).map((row) => rowSchema.parse(row)),
    put: (clientId: string, { kind, evidence, until }: LookedAt, at: string): void => {
      db.prepare(
        `INSERT INTO attention_looked_at (client_id, kind, evidence, until, looked_at)
         VALUES (:clientId, :kind, :evidence, :until, :at)
         ON CONFLICT (client_id, kind) DO UPDATE SET evidence = :evidence, until = :until, looked_at = :at`,
      ).run({ clientId, kind, evidence, until, at })
    },
    removeOf: (clientId: string): void => {
      db.prepare('DELETE FROM attention_looked_at WHERE client_id = ?').run(clientId)
    },
  }
}
