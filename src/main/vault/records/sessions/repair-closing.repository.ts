import type Database from 'better-sqlite3'
import { z } from 'zod'
import { repairClosingSchema, type RepairClosing } from '#shared/records/repair-closing.ts'
import { flagColumn, rowOf } from '../stored-row.ts'

export const repairClosingQueries = {
  closingsOfClient: `SELECT session_id, is_of_fall, is_of_note, how, words, closed_on FROM repair_closings
    WHERE client_id = ? ORDER BY session_id`,
  closingOfSession: `SELECT session_id, is_of_fall, is_of_note, how, words, closed_on FROM repair_closings
    WHERE session_id = ?`,
  closedNumbersOfClient: `SELECT number, is_of_fall, is_of_note FROM repair_closings CROSS JOIN sessions
    ON sessions.id = repair_closings.session_id WHERE repair_closings.client_id = ?`,
} as const

const flags = { isOfFall: flagColumn, isOfNote: flagColumn }
const rowSchema = rowOf(repairClosingSchema.extend(flags))
const numberSchema = rowOf(z.strictObject({ number: z.int(), ...flags }))

/** What the therapist closed of a client's drops and noted ruptures, at most once for a session. */
export function createRepairClosingRepository(db: Database.Database) {
  const ofClient = db.prepare(repairClosingQueries.closingsOfClient)
  const ofSession = db.prepare(repairClosingQueries.closingOfSession)
  const numbersOfClient = db.prepare(repairClosingQueries.closedNumbersOfClient)
  return {
    ofClient: (clientId: string): RepairClosing[] =>
      ofClient.all(clientId).map((row) => rowSchema.parse(row)),
    get: (sessionId: string): RepairClosing | null =>
      rowSchema.optional().parse(ofSession.get(sessionId)) ?? null,
    /** Which sessions of a client are closed, by their numbers. */
    numbersOfClient: (clientId: string): z.output<typeof numberSchema>[] =>
      numbersOfClient.all(clientId).map((row) => numberSchema.parse(row)),
    put: (clientId: string, { sessionId, isOfFall, isOfNote, how, words, closedOn }: RepairClosing): void => {
      db.prepare(
        `INSERT INTO repair_closings (session_id, client_id, is_of_fall, is_of_note, how, words, closed_on)
         VALUES (:sessionId, :clientId, :isOfFall, :isOfNote, :how, :words, :closedOn)
         ON CONFLICT (session_id) DO UPDATE SET
           is_of_fall = :isOfFall, is_of_note = :isOfNote, how = :how, words = :words, closed_on = :closedOn`,
      ).run({
        sessionId,
        clientId,
        isOfFall: Number(isOfFall),
        isOfNote: Number(isOfNote),
        how,
        words,
        closedOn,
      })
    },
    erase: (sessionId: string): void => {
      db.prepare('DELETE FROM repair_closings WHERE session_id = ?').run(sessionId)
    },
  }
}
