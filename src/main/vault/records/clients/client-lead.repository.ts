import type Database from 'better-sqlite3'
import { z } from 'zod'

export const clientLeadQueries = {
  leadOfClient: 'SELECT series FROM client_leads WHERE client_id = ?',
} as const

/** The alliance series that therapists chose to lead a client's page, by the id of the series. */
export function createClientLeadRepository(db: Database.Database) {
  const ofClient = db.prepare(clientLeadQueries.leadOfClient).pluck()
  return {
    /** Null if none was chosen. */
    ofClient: (clientId: string): string | null =>
      z.string().optional().parse(ofClient.get(clientId)) ?? null,
    put: (clientId: string, series: string): void => {
      db.prepare(
        `INSERT INTO client_leads (client_id, series) VALUES (:clientId, :series)
         ON CONFLICT (client_id) DO UPDATE SET series = :series`,
      ).run({ clientId, series })
    },
    erase: (clientId: string): void => {
      db.prepare('DELETE FROM client_leads WHERE client_id = ?').run(clientId)
    },
  }
}
