import type Database from 'better-sqlite3'
import { saidTogetherSchema, type SaidTogether } from '#shared/records/said-together.ts'
import { rowOf } from '../stored-row.ts'

export const saidTogetherQueries = {
  saidWithClient:
    'SELECT session_id, said, said_on FROM said_together WHERE client_id = ? ORDER BY session_id',
  saidAtSession: 'SELECT session_id, said, said_on FROM said_together WHERE session_id = ?',
} as const

const rowSchema = rowOf(saidTogetherSchema)

/** What was said when client and therapist looked at both views of a session, at most once for a session. */
export function createSaidTogetherRepository(db: Database.Database) {
  const ofClient = db.prepare(saidTogetherQueries.saidWithClient)
  const ofSession = db.prepare(saidTogetherQueries.saidAtSession)
  return {
    ofClient: (clientId: string): SaidTogether[] => ofClient.all(clientId).map((row) => rowSchema.parse(row)),
    get: (sessionId: string): SaidTogether | null =>
      rowSchema.optional().parse(ofSession.get(sessionId)) ?? null,
    put: (clientId: string, { sessionId, said, saidOn }: SaidTogether): void => {
      db.prepare(
        `INSERT INTO said_together (session_id, client_id, said, said_on)
         VALUES (:sessionId, :clientId, :said, :saidOn)
         ON CONFLICT (session_id) DO UPDATE SET said = :said, said_on = :saidOn`,
      ).run({ sessionId, clientId, said, saidOn })
    },
    erase: (sessionId: string): void => {
      db.prepare('DELETE FROM said_together WHERE session_id = ?').run(sessionId)
    },
  }
}
