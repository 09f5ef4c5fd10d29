import { z } from 'zod'
import { calendarDateSchema } from '../records/calendar.ts'
import { clientSchema } from '../records/client.ts'
import { clientAttentionSchema } from './attention.ts'

/** Accepts a client as a row of Clients: what is worth attention, and what else the list shows, finds and sorts by. */
export const clientRowSchema = clientAttentionSchema.extend({
  status: clientSchema.shape.status,
  therapyType: clientSchema.shape.therapyType,
  sessionCount: z.int().min(0),
  lastHeldOn: calendarDateSchema.nullable(),
})
export type ClientRow = z.output<typeof clientRowSchema>

const { shape } = clientRowSchema
const outcomeShape = shape.outcome.unwrap().shape
const trendShape = shape.trend.unwrap().shape
const nextShape = shape.next.unwrap().shape

/**
 * Accepts the rows of Clients on their way to the page, by column: the names of the fields, said once per client, are
 * most of the text of a long list. A client without a trend, an outcome or a next session has null in its columns.
 */
export const packedRowsSchema = z.strictObject({
  clientId: z.array(shape.clientId),
  clientCode: z.array(shape.clientCode),
  isFictional: z.array(shape.isFictional),
  status: z.array(shape.status),
  therapyType: z.array(shape.therapyType),
  sessionCount: z.array(shape.sessionCount),
  lastHeldOn: z.array(shape.lastHeldOn),
  reasons: z.array(shape.reasons),
  lookedAt: z.array(shape.lookedAt),
  trendValues: z.array(trendShape.values.nullable()),
  trendMinimum: z.array(trendShape.minimum.nullable()),
  trendMaximum: z.array(trendShape.maximum.nullable()),
  outcomeTitle: z.array(outcomeShape.title.nullable()),
  outcomeScore: z.array(outcomeShape.score.nullable()),
  outcomeStanding: z.array(outcomeShape.standing.nullable()),
  nextDate: z.array(nextShape.date.nullable()),
  nextTimeOfDay: z.array(nextShape.timeOfDay),
})
export type PackedRows = z.output<typeof packedRowsSchema>

/** Turns rows into columns. */
export function packRows(rows: readonly ClientRow[]): PackedRows {
  return {
    clientId: rows.map(({ clientId }) => clientId),
    clientCode: rows.map(({ clientCode }) => clientCode),
    isFictional: rows.map(({ isFictional }) => isFictional),
    status: rows.map(({ status }) => status),
    therapyType: rows.map(({ therapyType }) => therapyType),
    sessionCount: rows.map(({ sessionCount }) => sessionCount),
    lastHeldOn: rows.map(({ lastHeldOn }) => lastHeldOn),
    reasons: rows.map(({ reasons }) => reasons),
    lookedAt: rows.map(({ lookedAt }) => lookedAt),
    trendValues: rows.map(({ trend }) => trend?.values ?? null),
    trendMinimum: rows.map(({ trend }) => trend?.minimum ?? null),
    trendMaximum: rows.map(({ trend }) => trend?.maximum ?? null),
    outcomeTitle: rows.map(({ outcome }) => outcome?.title ?? null),
    outcomeScore: rows.map(({ outcome }) => outcome?.score ?? null),
    outcomeStanding: rows.map(({ outcome }) => outcome?.standing ?? null),
    nextDate: rows.map(({ next }) => next?.date ?? null),
    nextTimeOfDay: rows.map(({ next }) => next?.timeOfDay ?? null),
  }
}

/** Turns columns back into rows. Throws if the columns have different lengths. */
export function unpackRows(columns: PackedRows): ClientRow[] {
  const at = <Value>(column: readonly Value[], index: number): Value => {
    const value = column[index]
    if (value === undefined) throw new Error('the columns of Clients have different lengths')
    return value
  }
  return columns.clientId.map((clientId, index): ClientRow => {
    const [values, minimum, maximum] = [
      at(columns.trendValues, index),
      at(columns.trendMinimum, index),
      at(columns.trendMaximum, index),
    ]
    const [title, score, standing] = [
      at(columns.outcomeTitle, index),
      at(columns.outcomeScore, index),
      at(columns.outcomeStanding, index),
    ]
    const [date, timeOfDay] = [at(columns.nextDate, index), at(columns.nextTimeOfDay, index)]
    return {
      clientId,
      clientCode: at(columns.clientCode, index),
      isFictional: at(columns.isFictional, index),
      status: at(columns.status, index),
      therapyType: at(columns.therapyType, index),
      sessionCount: at(columns.sessionCount, index),
      lastHeldOn: at(columns.lastHeldOn, index),
      reasons: at(columns.reasons, index),
      lookedAt: at(columns.lookedAt, index),
      trend: values === null || minimum === null || maximum === null ? null : { values, minimum, maximum },
      outcome: title === null || score === null || standing === null ? null : { title, score, standing },
      next: date === null ? null : { date, timeOfDay },
    }
  })
}
