import type Database from 'better-sqlite3'
import { z } from 'zod'
import { answersSchema } from '#shared/instruments/response.ts'
import { scoreOfScale } from '#shared/instruments/score.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import type { InstrumentLibrary } from '../../records/instruments/instrument-library.ts'
import { jsonColumn } from '../../records/stored-row.ts'

export const allianceSeriesQuery = `SELECT s.number, r.instrument_version, r.answers
  FROM sessions s LEFT JOIN responses r
    ON r.session_id = s.id AND r.instrument_id = '${ownInstruments.allianceClient}' AND r.rater = 'client' AND r.occasion = 'after'
  WHERE s.client_id = ? AND s.status <> 'planned' ORDER BY s.number`

// Checks whole columns, because the first screen after an unlock waits for thousands of rows.
const columnsSchema = z.strictObject({
  numbers: z.array(z.int()),
  versions: z.array(z.int().nullable()),
  // Checked only once for equal texts, see below.
  answers: z.array(z.string().nullable()),
})
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
  const select = db.prepare<[string], readonly [unknown, unknown, unknown]>(allianceSeriesQuery).raw()
  const columnsOf = (clientId: string): z.output<typeof columnsSchema> => {
    const rows = select.all(clientId)
    return columnsSchema.parse({
      numbers: rows.map(([number]) => number),
      versions: rows.map(([, version]) => version),
      answers: rows.map(([, , answers]) => answers),
    })
  }
  const scoreOf = (version: number, answers: string): number | null => {
    const instrument = instruments.find(ownInstruments.allianceClient, version)
    if (!instrument) return null
    return scoreOfScale(instrument, 'alliance', storedAnswersSchema.parse(answers))?.value ?? null
  }
  return (clientId: string, scored: ScoredAnswers = new Map()): AllianceSeries => {
    const { numbers, versions, answers: texts } = columnsOf(clientId)
    return {
      numbers,
      scores: texts.map((answers, row) => {
        const version = versions[row] ?? null
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
