import type Database from 'better-sqlite3'
import { z } from 'zod'

export const outcomeBaselineQueries = {
  outcomeBaselinesOfClient: 'SELECT instrument_id, session_id FROM outcome_baselines WHERE client_id = ?',
} as const

const rowSchema = z.strictObject({ instrument_id: z.string(), session_id: z.string() })

/** The sessions a therapist chose as baselines for later ratings, one for each client and instrument. */
export function createOutcomeBaselineRepository(db: Database.Database) {
  const ofClient = db.prepare(outcomeBaselineQueries.outcomeBaselinesOfClient)
  return {
    /** Session ids by instrument id. */
    ofClient: (clientId: string): Map<string, string> =>
      new Map(
        ofClient.all(clientId).map((raw) => {
          const row = rowSchema.parse(raw)
          return [row.instrument_id, row.session_id]
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

export type OutcomeBaselineRepository = ReturnType<typeof createOutcomeBaselineRepository>
