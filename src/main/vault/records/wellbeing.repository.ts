import type Database from 'better-sqlite3'
import { z } from 'zod'
import { wellbeingCheckSchema, type WellbeingCheck } from '#shared/records/wellbeing-check.ts'

const rowSchema = z
  .strictObject({
    id: z.string(),
    taken_on: z.string(),
    instrument_id: z.string(),
    instrument_version: z.int(),
    answers: z.string(),
    note: z.string(),
    recorded_at: z.string(),
  })
  .transform((row) =>
    wellbeingCheckSchema.parse({
      id: row.id,
      takenOn: row.taken_on,
      instrumentId: row.instrument_id,
      instrumentVersion: row.instrument_version,
      answers: JSON.parse(row.answers),
      note: row.note,
      recordedAt: row.recorded_at,
    }),
  )

const columns = 'id, taken_on, instrument_id, instrument_version, answers, note, recorded_at'
export const wellbeingQueries = {
  latest: `SELECT ${columns} FROM wellbeing_checks ORDER BY taken_on DESC LIMIT 200`,
  byId: `SELECT ${columns} FROM wellbeing_checks WHERE id = ?`,
  howMany: 'SELECT count(*) FROM wellbeing_checks',
}

/** The newest 200 checks, newest day first; within a day, the latest recorded first. */
export function newestChecks(db: Database.Database): WellbeingCheck[] {
  const checks = db
    .prepare(wellbeingQueries.latest)
    .all()
    .map((row) => rowSchema.parse(row))
  const place = ({ takenOn, recordedAt, id }: WellbeingCheck) => `${takenOn} ${recordedAt} ${id}`
  return checks.toSorted((one, other) => (place(one) < place(other) ? 1 : -1))
}

export function countChecks(db: Database.Database): number {
  return z.int().parse(db.prepare(wellbeingQueries.howMany).pluck().get())
}

export function findCheck(db: Database.Database, id: string): WellbeingCheck | null {
  const row = db.prepare(wellbeingQueries.byId).get(id)
  return row === undefined ? null : rowSchema.parse(row)
}

export function insertCheck(db: Database.Database, check: WellbeingCheck): void {
  db.prepare(
    `INSERT INTO wellbeing_checks (${columns})
     VALUES (:id, :takenOn, :instrumentId, :instrumentVersion, :answers, :note, :recordedAt)`,
  ).run({ ...check, answers: JSON.stringify(check.answers) })
}
