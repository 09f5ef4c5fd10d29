import { z } from 'zod'
import { exportedFormSchema, exportedSessionSchema } from '../exported-ratings.ts'
import { wordColumns, wordKinds } from '../words-table.ts'
import { flagText, isOneOf, numberText, rowsOf } from './rows-of-table.ts'

const { client, number, date } = exportedSessionSchema.shape
const { rater, occasion, instrumentId, instrumentVersion } = exportedFormSchema.shape

const wordRowSchema = z.strictObject({
  client,
  fictional: flagText.nullable().default(null),
  session: numberText.pipe(number),
  date: date.nullable().default(null),
  kind: z.enum(wordKinds),
  rater: rater.nullable(),
  occasion: occasion.nullable(),
  instrument: instrumentId.nullable(),
  version: numberText.pipe(instrumentVersion).nullable(),
  id: z.string().nullable(),
  text: z.string(),
})
export type WordRow = z.output<typeof wordRowSchema>

/** The table of words of an Attune that wrote neither the day nor whether the client is fictional. */
const earlierColumns = wordColumns.filter((column) => column !== 'fictional' && column !== 'date')
const wordHeaders: readonly (readonly string[])[] = [wordColumns, earlierColumns]

/** Whether these are the columns of a table of words that Attune has exported. */
export function isWordsHeader(cells: readonly string[]): boolean {
  return isOneOf(wordHeaders, cells)
}

/** The rows of a table of words. Throws a `Refusal`. */
export function wordRows(text: string): Generator<[row: number, content: WordRow]> {
  return rowsOf(text, wordHeaders, wordRowSchema)
}
