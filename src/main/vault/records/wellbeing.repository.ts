import type Database from 'better-sqlite3'
import { z } from 'zod'
import { wellbeingCheckSchema, type WellbeingCheck } from '#shared/records/wellbeing-check.ts'
import { jsonColumn, rowOf } from './stored-row.ts'

const { answers } = wellbeingCheckSchema.shape
const rowSchema = rowOf(wellbeingCheckSchema.extend({ answers: jsonColumn(answers) }))

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
  return rowSchema.optional().parse(db.prepare(wellbeingQueries.byId).get(id)) ?? null
}

export function insertCheck(db: Database.Database, check: WellbeingCheck): void {
  db.prepare(
    `INSERT INTO wellbeing_checks (${columns})
     VALUES (:id, :takenOn, :instrumentId, :instrumentVersion, :answers, :note, :recordedAt)`,
  ).run({ ...check, answers: JSON.stringify(check.answers) })
}
