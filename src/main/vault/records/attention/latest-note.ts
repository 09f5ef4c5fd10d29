import type Database from 'better-sqlite3'
import { z } from 'zod'
import { ruptureNoteSchema } from '#shared/records/rupture-note.ts'
import { jsonColumn, rowOf } from '../stored-row.ts'

export const latestNoteQuery = `SELECT number, rupture_note AS note FROM sessions
  WHERE client_id = ? AND rupture_note IS NOT NULL ORDER BY number DESC LIMIT 1`

const rowSchema = rowOf(z.strictObject({ number: z.int(), note: jsonColumn(ruptureNoteSchema) })).optional()

/** A noted rupture and its session. */
type NotedRupture = NonNullable<z.output<typeof rowSchema>>

/** Reads a client's newest noted rupture, repaired or not; null if there is none. */
export function createLatestNoteReader(db: Database.Database): (clientId: string) => NotedRupture | null {
  const select = db.prepare(latestNoteQuery)
  return (clientId) => rowSchema.parse(select.get(clientId)) ?? null
}
