import type Database from 'better-sqlite3'
import { z } from 'zod'
import { ruptureNoteSchema, type RuptureNote } from '#shared/records/rupture-note.ts'

export const latestNoteQuery = `SELECT number, rupture_note FROM sessions
  WHERE client_id = ? AND rupture_note IS NOT NULL ORDER BY number DESC LIMIT 1`

const rowSchema = z.strictObject({ number: z.int(), rupture_note: z.string() })

/** A rupture that somebody noted, and in which session. */
export interface NotedRupture {
  readonly number: number
  readonly note: RuptureNote
}

/** Reads the newest rupture noted of a client, whatever became of it; null where none ever was. */
export function createLatestNoteReader(db: Database.Database): (clientId: string) => NotedRupture | null {
  const select = db.prepare(latestNoteQuery)
  return (clientId) => {
    const found = select.get(clientId)
    if (found === undefined) return null
    const { number, rupture_note: text } = rowSchema.parse(found)
    return { number, note: ruptureNoteSchema.parse(JSON.parse(text)) }
  }
}
