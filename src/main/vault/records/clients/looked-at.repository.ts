import type Database from 'better-sqlite3'
import { z } from 'zod'
import { attentionKinds } from '#shared/attention/attention.ts'
import { rowOf } from '../stored-row.ts'

export const lookedAtQueries = {
  // Client by client, because no index begins with the day.
  putOffBeyond: `SELECT client_id, kind, evidence, until FROM clients CROSS JOIN attention_looked_at
    ON client_id = clients.id WHERE until > ?`,
} as const

const rowSchema = rowOf(
  z.strictObject({
    clientId: z.string(),
    kind: z.enum(attentionKinds),
    evidence: z.string(),
    until: z.string(),
  }),
)
type PutOff = Readonly<z.output<typeof rowSchema>>

/** Reasons that the therapist has looked at, one of each kind for a client. */
export function createLookedAtRepository(db: Database.Database) {
  const putOffBeyond = db.prepare(lookedAtQueries.putOffBeyond)
  return {
    /** All reasons that return only after a day. */
    putOffBeyond: (day: string): PutOff[] => putOffBeyond.all(day).map((row) => rowSchema.parse(row)),
    put: (clientId: string, { kind, evidence, until }: Omit<PutOff, 'clientId'>, at: string): void => {
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
