import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { sessionStatusSchema } from '#shared/records/session.ts'
import { scoreColumnSchema, scoreRow, type ScoreColumn } from '#shared/series/score-row.ts'
import type { FullSession } from '../sessions/session.repository.ts'
import { visibleResponses } from '../sessions/visible-session.ts'

/** Must be raised when the same answers give other scores; then all of them are computed again. */
export const scoringVersion = 1

const scoreQueries = {
  ofClient:
    'SELECT number, status, date, layout, scores FROM session_scores WHERE client_id = ? ORDER BY number',
  layout: 'SELECT columns FROM score_layouts WHERE id = ?',
  layoutId: 'SELECT id FROM score_layouts WHERE columns = ?',
  state: 'SELECT scoring FROM score_state WHERE id = 1',
} as const

/** The scores that a client's sessions have, in order of their numbers. */
export interface ScoredSession {
  readonly number: number
  readonly status: Status
  readonly date: string
  readonly columns: readonly ScoreColumn[]
  readonly values: readonly (number | null)[]
}

const columnsSchema = z.array(scoreColumnSchema)

type Status = z.output<typeof sessionStatusSchema>
const statuses: ReadonlySet<unknown> = new Set(sessionStatusSchema.options)
const isStatus = (value: unknown): value is Status => statuses.has(value)

/** Checks a row by hand, because a caseload has tens of thousands and a schema takes six times as long. */
function storedRow(
  row: unknown,
): [number: number, status: Status, date: string, layout: number, scores: string] {
  if (Array.isArray(row)) {
    const [number, status, date, layout, scores]: unknown[] = row
    if (
      typeof number === 'number' &&
      isStatus(status) &&
      typeof date === 'string' &&
      typeof layout === 'number' &&
      typeof scores === 'string'
    )
      return [number, status, date, layout, scores]
  }
  throw new Error('a row of scores has another shape')
}

const isScore = (value: unknown): value is number | null => value === null || typeof value === 'number'

function storedValues(text: string, count: number): (number | null)[] {
  const values: unknown = JSON.parse(text)
  if (Array.isArray(values) && values.length === count && values.every(isScore)) return values
  throw new Error('the scores of a session do not fit their layout')
}

/** Writes and reads the scores of sessions, which are computed from their answers and never the other way round. */
export function createScoreRepository(
  db: Database.Database,
  findInstrument: (id: string, version: number) => Instrument | null,
) {
  const prepared = {
    ofClient: db.prepare(scoreQueries.ofClient).raw(),
    layout: db.prepare(scoreQueries.layout).pluck(),
    layoutId: db.prepare(scoreQueries.layoutId).pluck(),
    state: db.prepare(scoreQueries.state).pluck(),
    insertLayout: db.prepare('INSERT INTO score_layouts (columns) VALUES (?)'),
    put: db.prepare(
      `INSERT INTO session_scores (client_id, number, status, date, layout, scores)
       VALUES (:clientId, :number, :status, :date, :layout, :scores)
       ON CONFLICT (client_id, number) DO UPDATE SET
         status = :status, date = :date, layout = :layout, scores = :scores`,
    ),
    remove: db.prepare(
      `DELETE FROM session_scores
       WHERE client_id = (SELECT client_id FROM sessions WHERE id = :id)
         AND number = (SELECT number FROM sessions WHERE id = :id)`,
    ),
    setState: db.prepare('UPDATE score_state SET scoring = ? WHERE id = 1'),
    dropLayouts: db.prepare(
      `DELETE FROM score_layouts WHERE NOT EXISTS (SELECT 1 FROM session_scores WHERE layout = score_layouts.id)`,
    ),
  }
  // By their text, because a failed change can give the number of a layout to another one.
  const parsed = new Map<string, readonly ScoreColumn[]>()
  const columnsOf = (layout: number): readonly ScoreColumn[] => {
    const text = z.string().parse(prepared.layout.get(layout))
    const columns = parsed.get(text) ?? columnsSchema.parse(JSON.parse(text))
    parsed.set(text, columns)
    return columns
  }
  const layoutOf = (columns: readonly ScoreColumn[]): number => {
    const text = JSON.stringify(columns)
    // Looked up each time, because a failed change may have rolled the row back.
    const found = z.int().optional().parse(prepared.layoutId.get(text))
    if (found !== undefined) return found
    return Number(prepared.insertLayout.run(text).lastInsertRowid)
  }
  const scoresOf = (full: FullSession) => scoreRow(visibleResponses(full), findInstrument)
  return {
    /** Whether the stored scores come from today's scoring. */
    isCurrent: (): boolean => prepared.state.get() === scoringVersion,
    markCurrent: (): void => {
      prepared.dropLayouts.run()
      prepared.setState.run(scoringVersion)
    },
    /** Computes and stores the scores of a session. Leaves out what the therapist may not see yet. */
    put: (full: FullSession): void => {
      const { clientId, number, status, date } = full.session
      const { columns, values } = scoresOf(full)
      const layout = layoutOf(columns)
      prepared.put.run({ clientId, number, status, date, layout, scores: JSON.stringify(values) })
    },
    /** Removes the scores of a session under the number that it has now. */
    remove: (sessionId: string): void => {
      prepared.remove.run({ id: sessionId })
    },
    /** Returns a function that reads the stored scores of clients' sessions. It serves one answer. */
    reader: () => {
      const layouts = new Map<number, readonly ScoreColumn[]>()
      return (clientId: string): ScoredSession[] =>
        prepared.ofClient.all(clientId).map((row) => {
          const [number, status, date, layout, scores] = storedRow(row)
          const columns = layouts.get(layout) ?? columnsOf(layout)
          layouts.set(layout, columns)
          return { number, status, date, columns, values: storedValues(scores, columns.length) }
        })
    },
    /** The same scores, computed from the answers. */
    computed: (full: readonly FullSession[]): ScoredSession[] =>
      full.map((each) => ({
        number: each.session.number,
        status: each.session.status,
        date: each.session.date,
        ...scoresOf(each),
      })),
  }
}

export type ScoreRepository = ReturnType<typeof createScoreRepository>
