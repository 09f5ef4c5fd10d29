import type Database from 'better-sqlite3'
import { z } from 'zod'

export const clientFormQueries = {
  formsOfClient: 'SELECT instrument_id FROM client_forms WHERE client_id = ? ORDER BY position',
} as const

/** The instruments chosen for a client's forms, in order. */
export function createClientFormRepository(db: Database.Database) {
  const ofClient = db.prepare(clientFormQueries.formsOfClient).pluck()
  return {
    /** Instrument ids; empty if nobody chose. */
    ofClient: (clientId: string): string[] => z.array(z.string()).parse(ofClient.all(clientId)),
    replace: (clientId: string, instrumentIds: readonly string[]): void => {
      db.prepare('DELETE FROM client_forms WHERE client_id = ?').run(clientId)
      const insert = db.prepare(
        'INSERT INTO client_forms (client_id, instrument_id, position) VALUES (?, ?, ?)',
      )
      instrumentIds.forEach((instrumentId, position) => insert.run(clientId, instrumentId, position))
    },
  }
}

export type ClientFormRepository = ReturnType<typeof createClientFormRepository>
