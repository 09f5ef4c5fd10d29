import { z } from 'zod'
import {
  clientOverviewSchema,
  levelledSeriesSchema,
  sessionSummarySchema,
  type ClientOverview,
  type SessionSummary,
} from './client-overview.ts'

const { shape } = sessionSummarySchema

/**
 * Accepts an overview on its way to the page: sessions and scores by column, because the names of thirteen fields and
 * twenty series said once per session are most of the text.
 */
export const packedOverviewSchema = clientOverviewSchema.extend({
  sessions: z.strictObject({
    id: z.array(shape.id),
    number: z.array(shape.number),
    status: z.array(shape.status),
    date: z.array(shape.date),
    modality: z.array(shape.modality),
    isClosed: z.array(shape.isClosed),
    hasHiddenEmotions: z.array(shape.hasHiddenEmotions),
    hasNotes: z.array(shape.hasNotes),
    feelingWords: z.array(shape.feelingWords),
    clientMissing: z.array(shape.clientMissing),
    ruptureNote: z.array(shape.ruptureNote),
    events: z.array(shape.events),
  }),
  series: z.array(
    levelledSeriesSchema.extend({
      /** One score a session, in the order of the sessions; null if the session has none. */
      values: z.array(z.number().nullable()),
      /** The same for the scores before a session that have one after it; null if no session has any. */
      valuesBefore: z.array(z.number().nullable()).nullable(),
    }),
  ),
})
export type PackedOverview = z.output<typeof packedOverviewSchema>

/** Turns sessions and scores into columns. */
export function packOverview({ sessions, series, ...rest }: ClientOverview): PackedOverview {
  const column = <Name extends keyof SessionSummary>(name: Name) => sessions.map((session) => session[name])
  return {
    ...rest,
    sessions: {
      id: column('id'),
      number: column('number'),
      status: column('status'),
      date: column('date'),
      modality: column('modality'),
      isClosed: column('isClosed'),
      hasHiddenEmotions: column('hasHiddenEmotions'),
      hasNotes: column('hasNotes'),
      feelingWords: column('feelingWords'),
      clientMissing: column('clientMissing'),
      ruptureNote: column('ruptureNote'),
      events: column('events'),
    },
    series: series.map((each) => ({
      ...each,
      values: sessions.map(({ scores }) => scores[each.id] ?? null),
      valuesBefore: sessions.some(({ scoresBefore }) => scoresBefore[each.id] !== undefined)
        ? sessions.map(({ scoresBefore }) => scoresBefore[each.id] ?? null)
        : null,
    })),
  }
}

/** Turns columns back into sessions with their scores. Throws if the columns have different lengths. */
export function unpackOverview({ sessions: columns, series, ...rest }: PackedOverview): ClientOverview {
  const at = <Value>(column: readonly Value[], index: number): Value => {
    const value = column[index]
    if (value === undefined) throw new Error('the columns of an overview have different lengths')
    return value
  }
  const sessions = columns.id.map((id, index): SessionSummary => {
    const scores: Record<string, number> = {}
    const scoresBefore: Record<string, number> = {}
    for (const { id: seriesId, values, valuesBefore } of series) {
      const value = at(values, index)
      if (value !== null) scores[seriesId] = value
      const before = valuesBefore === null ? null : at(valuesBefore, index)
      if (before !== null) scoresBefore[seriesId] = before
    }
    return {
      id,
      number: at(columns.number, index),
      status: at(columns.status, index),
      date: at(columns.date, index),
      modality: at(columns.modality, index),
      isClosed: at(columns.isClosed, index),
      hasHiddenEmotions: at(columns.hasHiddenEmotions, index),
      hasNotes: at(columns.hasNotes, index),
      feelingWords: at(columns.feelingWords, index),
      clientMissing: at(columns.clientMissing, index),
      scores,
      scoresBefore,
      ruptureNote: at(columns.ruptureNote, index),
      events: at(columns.events, index),
    }
  })
  return {
    ...rest,
    sessions,
    series: series.map(({ values: _values, valuesBefore: _before, ...each }) => each),
  }
}
