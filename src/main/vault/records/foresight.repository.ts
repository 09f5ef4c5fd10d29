import type Database from 'better-sqlite3'
import { z } from 'zod'
import { foresightSchema, type Foresight } from '#shared/records/foresight.ts'
import { rowOf } from './stored-row.ts'
import type { VaultSettingsRepository } from './vault-settings.repository.ts'

const columns = 'f.session_id, f.foreseen, f.instrument_id, f.scale_id, f.sealed_at'
export const foresightQueries = {
  foreseenOfClient: `SELECT ${columns}, s.number FROM sessions s JOIN foresights f ON f.session_id = s.id
    WHERE s.client_id = ? ORDER BY s.number`,
  isForeseen: 'SELECT 1 FROM foresights WHERE session_id = ?',
} as const

const rowSchema = rowOf(foresightSchema.extend({ number: z.int() }))

/** A foresight with the number of its session. */
export type ForesightOfClient = z.output<typeof rowSchema>

const settingName = 'foresight'
const settingSchema = z.strictObject({ isOn: z.boolean() })

/** What the therapist foresaw, at most once after a session, and whether they are asked. Nothing here changes one. */
export function createForesightRepository(db: Database.Database, settings: VaultSettingsRepository) {
  const ofClient = db.prepare(foresightQueries.foreseenOfClient)
  const isForeseen = db.prepare(foresightQueries.isForeseen)
  return {
    isOn: (): boolean => settingSchema.safeParse(settings.get(settingName)).data?.isOn === true,
    setOn: (isOn: boolean): void => settings.put(settingName, { isOn }),
    /** A client's foresights in order of their sessions. */
    ofClient: (clientId: string): ForesightOfClient[] =>
      ofClient.all(clientId).map((row) => rowSchema.parse(row)),
    isForeseen: (sessionId: string): boolean => isForeseen.get(sessionId) !== undefined,
    add: (foresight: Foresight): void => {
      db.prepare(
        `INSERT INTO foresights (session_id, foreseen, instrument_id, scale_id, sealed_at)
         VALUES (:sessionId, :foreseen, :instrumentId, :scaleId, :sealedAt)`,
      ).run(foresight)
    },
  }
}
