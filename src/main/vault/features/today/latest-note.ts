import type Database from 'better-sqlite3'
import { z } from 'zod'
import { ruptureNoteSchema, type RuptureNote } from '#shared/records/rupture-note.ts'

export const latestNoteQuery = `SELECT number, rupture_note FROM sessions
  WHERE client_id = ? AND rupture_note IS NOT NULL ORDER BY number DESC LIMIT 1`

const rowSchema = z.strictObject({ number: z.int(), rupture_note: z.string() })

/** A noted rupture and its session. */
export interface NotedRupture {
  readonly number: number
  readonly note: RuptureNote
}

/** Reads a client's newest noted rupture, repaired or not; null if there is none. */
export function createLatestNoteReader(db: Database.Database): (clientId: string) => NotedRupture | null {
  const select = db.prepare(latestNoteQuery)
  return (clientId) => {
    const found = select.get(clientId)
    if (found === undefined) return null
    const { number, rupture_note: text } = rowSchema.parse(found)
    return { number, note: ruptureNoteSchema.parse(JSON.parse(text)) }
  }
}
