import type Database from 'better-sqlite3'
import { z } from 'zod'
import { answersSchema } from '#shared/instruments/response.ts'
import { scoreResponse } from '#shared/instruments/score.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import type { InstrumentLibrary } from '../../records/instruments/instrument-library.ts'
import { jsonColumn, rowOf } from '../../records/stored-row.ts'

export const allianceSeriesQuery = `SELECT s.number, r.instrument_version, r.answers
  FROM sessions s LEFT JOIN responses r
    ON r.session_id = s.id AND r.instrument_id = '${ownInstruments.allianceClient}' AND r.rater = 'client' AND r.occasion = 'after'
  WHERE s.client_id = ? AND s.status <> 'planned' ORDER BY s.number`

const rowSchema = rowOf(
  z.strictObject({
    number: z.int(),
    instrumentVersion: z.int().nullable(),
    // Checked only once for equal texts, see below.
    answers: z.string().nullable(),
  }),
)
const storedAnswersSchema = jsonColumn(answersSchema)

/** The client's own alliance ratings, session by session; null if not rated. */
export interface AllianceSeries {
  readonly numbers: readonly number[]
  readonly scores: readonly (number | null)[]
}

/** Scores by the text of their answers and the instrument's version. */
export type ScoredAnswers = Map<string, number | null>

/**
 * Reads only one rating per session, because Today needs this for every client. Many sessions have the same answers:
 * readings that share `scored` check and score equal answers once.
 */
export function createAllianceReader(db: Database.Database, instruments: InstrumentLibrary) {
  const select = db.prepare(allianceSeriesQuery)
  const scoreOf = (version: number, answers: string): number | null => {
    const instrument = instruments.find(ownInstruments.allianceClient, version)
    if (!instrument) return null
    return scoreResponse(instrument, storedAnswersSchema.parse(answers))['alliance']?.value ?? null
  }
  return (clientId: string, scored: ScoredAnswers = new Map()): AllianceSeries => {
    const rows = select.all(clientId).map((row) => rowSchema.parse(row))
    return {
      numbers: rows.map(({ number }) => number),
      scores: rows.map(({ instrumentVersion: version, answers }) => {
        if (version === null || answers === null) return null
        const key = `${version} ${answers}`
        const known = scored.get(key)
        if (known !== undefined) return known
        const score = scoreOf(version, answers)
        scored.set(key, score)
        return score
      }),
    }
  }
}
