import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/outcome.ts'
import { wellbeingCheckSchema, type WellbeingCheck } from '#shared/sessions/wellbeing-check.ts'
import { canonicalJson } from '../../keys/bytes.ts'
import { change } from '../../database/change.ts'
import { checkResponse } from '../instruments/check-responses.ts'
import type { InstrumentLibrary } from '../instruments/instrument-library.ts'
import { todayIn, type VaultContext } from '../vault-context.ts'

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
}

function insert(db: Database.Database, check: WellbeingCheck): void {
  db.prepare(
    `INSERT INTO wellbeing_checks (${columns})
     VALUES (:id, :takenOn, :instrumentId, :instrumentVersion, :answers, :note, :recordedAt)`,
  ).run({ ...check, answers: JSON.stringify(check.answers) })
}

export function createWellbeingHandlers(
  context: VaultContext,
  instruments: InstrumentLibrary,
): Handlers<'vault'>['wellbeing'] {
  return {
    list: () =>
      context.db
        .prepare(wellbeingQueries.latest)
        .all()
        .map((row) => rowSchema.parse(row)),
    save: (check) => {
      if (check.takenOn > todayIn(context)) throw new AppError('rated-in-future', ['takenOn'])
      change(context.db, () => {
        checkResponse(instruments, check, 'check')
        const existing = context.db.prepare(wellbeingQueries.byId).get(check.id)
        if (existing === undefined) insert(context.db, check)
        else if (canonicalJson(rowSchema.parse(existing)) !== canonicalJson(check))
          throw new AppError('conflict')
      })
      return undefined
    },
  }
}
