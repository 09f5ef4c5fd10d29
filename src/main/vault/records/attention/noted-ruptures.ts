import type Database from 'better-sqlite3'
import { z } from 'zod'
import { ruptureNoteSchema, type RuptureNote } from '#shared/records/rupture-note.ts'
import { jsonColumn, rowOf } from '../stored-row.ts'

export const notedRupturesQuery = `SELECT number, rupture_note AS note FROM sessions
  WHERE client_id = ? AND rupture_note IS NOT NULL`

const rowSchema = rowOf(z.strictObject({ number: z.int(), note: jsonColumn(ruptureNoteSchema) }))

/** Reads a client's noted ruptures, repaired or not, by the numbers of their sessions. */
export function createNotedRuptures(
  db: Database.Database,
): (clientId: string) => ReadonlyMap<number, RuptureNote> {
  const select = db.prepare(notedRupturesQuery)
  return (clientId) =>
    new Map(
      select.all(clientId).map((row) => {
        const { number, note } = rowSchema.parse(row)
        return [number, note]
      }),
    )
}
