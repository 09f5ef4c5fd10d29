import type Database from 'better-sqlite3'
import { z } from 'zod'
import { calendarDateSchema } from '#shared/records/calendar.ts'
import {
  declinedBySchema,
  formPlanSchema,
  formRhythmSchema,
  type DeclinedForm,
  type FormPlan,
  type PlannedForm,
} from '#shared/records/form-plan.ts'
import { rowOf } from '../stored-row.ts'

export const formPlanQueries = {
  formPlansOfClient:
    'SELECT instrument_id, rhythm, nth, moment, last_day FROM form_plans WHERE client_id = ? ORDER BY instrument_id',
  declinedFormsOfClient:
    'SELECT instrument_id, declined_on, declined_by FROM declined_forms WHERE client_id = ? ORDER BY instrument_id',
} as const

const planRowSchema = rowOf(
  z.strictObject({
    ...formPlanSchema.shape,
    instrumentId: z.string(),
    rhythm: z.string(),
    nth: z.int().nullable(),
  }),
)
const declinedRowSchema = rowOf(
  z.strictObject({ instrumentId: z.string(), declinedOn: calendarDateSchema, declinedBy: declinedBySchema }),
)

/** When clients are given which form, and the forms that they decline. */
export function createFormPlanRepository(db: Database.Database) {
  const select = {
    plans: db.prepare(formPlanQueries.formPlansOfClient),
    declined: db.prepare(formPlanQueries.declinedFormsOfClient),
  }
  return {
    /** The forms of a client that are planned or declined. */
    ofClient: (clientId: string): PlannedForm[] => {
      const found = new Map<string, PlannedForm>()
      for (const row of select.plans.all(clientId)) {
        const { instrumentId, rhythm, nth, moment, lastDay } = planRowSchema.parse(row)
        const parsed = formRhythmSchema.parse(nth === null ? { kind: rhythm } : { kind: rhythm, n: nth })
        found.set(instrumentId, { instrumentId, plan: { rhythm: parsed, moment, lastDay }, declined: null })
      }
      for (const row of select.declined.all(clientId)) {
        const { instrumentId, declinedOn, declinedBy } = declinedRowSchema.parse(row)
        const { plan, declined } = found.get(instrumentId) ?? { plan: null, declined: null }
        const isFirst = declined === null || declinedOn < declined.on
        const first = isFirst ? { on: declinedOn, by: declinedBy } : declined
        found.set(instrumentId, { instrumentId, plan, declined: first })
      }
      return [...found.values()]
    },
    put: (clientId: string, instrumentId: string, { rhythm, moment, lastDay }: FormPlan): void => {
      db.prepare(
        `INSERT INTO form_plans (client_id, instrument_id, rhythm, nth, moment, last_day)
         VALUES (:clientId, :instrumentId, :rhythm, :nth, :moment, :lastDay)
         ON CONFLICT (client_id, instrument_id) DO UPDATE SET
           rhythm = :rhythm, nth = :nth, moment = :moment, last_day = :lastDay`,
      ).run({
        clientId,
        instrumentId,
        rhythm: rhythm.kind,
        nth: rhythm.kind === 'every-nth' ? rhythm.n : null,
        moment,
        lastDay,
      })
    },
    remove: (clientId: string, instrumentId: string): void => {
      db.prepare('DELETE FROM form_plans WHERE client_id = ? AND instrument_id = ?').run(
        clientId,
        instrumentId,
      )
    },
    /**
     * Keeps that the client declines a form: the therapist said so, or the client did in a session, to which it then
     * belongs. Returns whether that is new; of a form that is declined already, the first day stays.
     */
    decline: (
      { clientId, sessionId = null }: { readonly clientId: string; readonly sessionId?: string | null },
      instrumentId: string,
      on: DeclinedForm['on'],
    ): boolean => {
      const by: DeclinedForm['by'] = sessionId === null ? 'therapist' : 'client'
      const added = db
        .prepare(
          `INSERT INTO declined_forms (client_id, instrument_id, session_id, declined_on, declined_by)
           SELECT :clientId, :instrumentId, :sessionId, :on, :by WHERE NOT EXISTS
             (SELECT 1 FROM declined_forms WHERE client_id = :clientId AND instrument_id = :instrumentId)`,
        )
        .run({ clientId, instrumentId, sessionId, on, by })
      return added.changes > 0
    },
    askAgain: (clientId: string, instrumentId: string): void => {
      db.prepare('DELETE FROM declined_forms WHERE client_id = ? AND instrument_id = ?').run(
        clientId,
        instrumentId,
      )
    },
  }
}
