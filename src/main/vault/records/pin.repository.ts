import type Database from 'better-sqlite3'
import { z } from 'zod'

export const pinQueries = {
  pin: 'SELECT salt, hash FROM hand_over_pin WHERE id = 1',
} as const

const rowSchema = z.strictObject({ salt: z.instanceof(Buffer), hash: z.instanceof(Buffer) })
export type StoredPin = z.output<typeof rowSchema>

/** The single PIN that ends a hand-over, stretched and salted. */
export function createPinRepository(db: Database.Database) {
  const find = db.prepare(pinQueries.pin)
  return {
    get: (): StoredPin | null => rowSchema.optional().parse(find.get()) ?? null,
    put: (pin: StoredPin): void => {
      db.prepare('INSERT OR REPLACE INTO hand_over_pin (id, salt, hash) VALUES (1, :salt, :hash)').run(pin)
    },
    remove: (): void => {
      db.prepare('DELETE FROM hand_over_pin').run()
    },
  }
}
