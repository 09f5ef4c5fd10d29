import type Database from 'better-sqlite3'
import { z } from 'zod'
import { rowOf } from '../stored-row.ts'

export const outcomeBaselineQueries = {
  outcomeBaselinesOfClient: 'SELECT instrument_id, session_id FROM outcome_baselines WHERE client_id = ?',
} as const

const rowSchema = rowOf(z.strictObject({ instrumentId: z.string(), sessionId: z.string() }))

/** The sessions a therapist chose as baselines for later ratings, one for each client and instrument. */
export function createOutcomeBaselineRepository(db: Database.Database) {
  const ofClient = db.prepare(outcomeBaselineQueries.outcomeBaselinesOfClient)
  return {
    /** Session ids by instrument id. */
    ofClient: (clientId: string): Map<string, string> =>
      new Map(
        ofClient.all(clientId).map((raw) => {
          const { instrumentId, sessionId } = rowSchema.parse(raw)
          return [instrumentId, sessionId]
        }),
      ),
    put: (clientId: string, instrumentId: string, sessionId: string): void => {
      db.prepare(
        `INSERT INTO outcome_baselines (client_id, instrument_id, session_id) VALUES (:clientId, :instrumentId, :sessionId)
         ON CONFLICT (client_id, instrument_id) DO UPDATE SET session_id = :sessionId`,
      ).run({ clientId, instrumentId, sessionId })
    },
    erase: (clientId: string, instrumentId: string): void => {
      db.prepare('DELETE FROM outcome_baselines WHERE client_id = ? AND instrument_id = ?').run(
        clientId,
        instrumentId,
      )
    },
  }
}
