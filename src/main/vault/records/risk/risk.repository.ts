import type Database from 'better-sqlite3'
import { z } from 'zod'
import { riskSchema } from '#shared/risk/risk.ts'
import { flagColumn, rowOf } from '../stored-row.ts'

const columns = `r.id, r.client_id, c.code AS client_code, c.is_fictional, r.session_id, s.number AS session_number,
  s.date AS session_date, r.instrument_id, r.instrument_version, r.item_id, r.value, r.answered_at,
  r.acknowledged_at, r.acknowledged_note, r.closed_at, r.closed_note`
const joined =
  'risk_answers r CROSS JOIN sessions s ON s.id = r.session_id CROSS JOIN clients c ON c.id = r.client_id'

export const riskQueries = {
  riskById: `SELECT ${columns} FROM ${joined} WHERE r.id = ?`,
  openRisks: `SELECT ${columns} FROM ${joined} WHERE r.closed_at IS NULL ORDER BY r.answered_at DESC`,
  risksOfSession: `SELECT ${columns} FROM ${joined} WHERE r.session_id = ?`,
  risksOfClient: `SELECT ${columns} FROM ${joined} WHERE r.client_id = ? ORDER BY r.answered_at DESC`,
} as const

const rowSchema = rowOf(
  riskSchema
    .omit({
      instrumentTitle: true,
      itemText: true,
      maximum: true,
      answerLabel: true,
      acknowledged: true,
      closed: true,
    })
    .extend({
      isFictional: flagColumn,
      acknowledgedAt: z.string().nullable(),
      acknowledgedNote: z.string().nullable(),
      closedAt: z.string().nullable(),
      closedNote: z.string().nullable(),
    })
    .transform(({ acknowledgedAt, acknowledgedNote, closedAt, closedNote, ...risk }) => ({
      ...risk,
      acknowledged: stepOf(acknowledgedAt, acknowledgedNote),
      closed: stepOf(closedAt, closedNote),
    })),
)

/** A stored risk answer with its client and session. The wording of item and answer is in the instrument. */
export type StoredRisk = z.output<typeof rowSchema>

/** An endorsed risk item, not stored yet. */
export interface NewRisk {
  readonly id: string
  readonly clientId: string
  readonly sessionId: string
  readonly instrumentId: string
  readonly instrumentVersion: number
  readonly itemId: string
  readonly value: number
  readonly answeredAt: string
}

/** Risk answers as rows. Deleted only together with the client or session, or when an import of them is taken back. */
export function createRiskRepository(
  db: Database.Database,
  /** Called in the transaction that stores a new answer. */
  onAdded: (risk: NewRisk) => void = () => undefined,
) {
  const select = {
    byId: db.prepare(riskQueries.riskById),
    open: db.prepare(riskQueries.openRisks),
    ofSession: db.prepare(riskQueries.risksOfSession),
    ofClient: db.prepare(riskQueries.risksOfClient),
  }
  const insert = db.prepare(
    `INSERT INTO risk_answers
       (id, client_id, session_id, instrument_id, instrument_version, item_id, value, answered_at)
     VALUES (:id, :clientId, :sessionId, :instrumentId, :instrumentVersion, :itemId, :value, :answeredAt)
     ON CONFLICT (session_id, instrument_id, instrument_version, item_id, value) DO NOTHING`,
  )
  return {
    get: (id: string): StoredRisk | null => rowSchema.optional().parse(select.byId.get(id)) ?? null,
    open: (): StoredRisk[] => select.open.all().map((row) => rowSchema.parse(row)),
    ofSession: (sessionId: string): StoredRisk[] =>
      select.ofSession
        .all(sessionId)
        .map((row) => rowSchema.parse(row))
        .toSorted((a, b) => (a.answeredAt < b.answeredAt ? 1 : -1)),
    ofClient: (clientId: string): StoredRisk[] =>
      select.ofClient.all(clientId).map((row) => rowSchema.parse(row)),
    /** Adds an answer, unless the same answer of this session already exists, closed or not. */
    add: (risk: NewRisk): void => {
      if (insert.run(risk).changes > 0) onAdded(risk)
    },
    acknowledge: (id: string, at: string, note: string): void => {
      db.prepare('UPDATE risk_answers SET acknowledged_at = ?, acknowledged_note = ? WHERE id = ?').run(
        at,
        note,
        id,
      )
    },
    /** Removes the answers to one questionnaire of a session that nobody has acknowledged. */
    removeOfForm: (sessionId: string, instrumentId: string): void => {
      db.prepare(
        'DELETE FROM risk_answers WHERE session_id = ? AND instrument_id = ? AND acknowledged_at IS NULL',
      ).run(sessionId, instrumentId)
    },
    close: (id: string, at: string, note: string): void => {
      db.prepare('UPDATE risk_answers SET closed_at = ?, closed_note = ? WHERE id = ?').run(at, note, id)
    },
  }
}

export type RiskRepository = ReturnType<typeof createRiskRepository>

function stepOf(at: string | null, note: string | null): { at: string; note: string } | null {
  return at === null || note === null ? null : { at, note }
}
