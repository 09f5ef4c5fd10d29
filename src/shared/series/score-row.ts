import { z } from 'zod'
import type { Instrument } from '../instruments/instrument.ts'
import { scoreResponse } from '../instruments/score.ts'
import { responseSchema, type Response } from '../records/session-log.ts'

const { rater, occasion, instrumentId, instrumentVersion } = responseSchema.shape

/** Accepts what a score is of: who rated, when, and the scale of an exact version of an instrument. */
export const scoreColumnSchema = z.tuple([rater, instrumentId, instrumentVersion, occasion, z.string()])

/** What a score is of: rater, instrument, version, occasion, scale. */
export type ScoreColumn = Readonly<z.output<typeof scoreColumnSchema>>

/** The scores of one session; null where too few items were answered. */
export interface ScoreRow {
  readonly columns: readonly ScoreColumn[]
  readonly values: readonly (number | null)[]
}

/**
 * Scores the responses of one session: every scale of every form, in an order that depends on the forms alone.
 *
 * Everything that keeps or rebuilds scores goes through this function, so that both agree. Leaves out a response whose
 * instrument is unknown.
 */
export function scoreRow(
  responses: readonly Response[],
  findInstrument: (id: string, version: number) => Instrument | null,
): ScoreRow {
  const scores = responses.flatMap((response) => {
    const { instrumentId: id, instrumentVersion: version } = response
    const instrument = findInstrument(id, version)
    if (!instrument) return []
    return Object.entries(scoreResponse(instrument, response.answers)).map(([scale, { value }]) => ({
      column: [response.rater, id, version, response.occasion, scale] as const,
      value,
    }))
  })
  const sorted = scores.toSorted((one, other) => (one.column.join(' ') < other.column.join(' ') ? -1 : 1))
  return { columns: sorted.map(({ column }) => column), values: sorted.map(({ value }) => value) }
}
