import { csvLine, csvStart, type CsvCell } from '../csv/csv.ts'
import type { ExportedSession, FindInstrument } from './exported-ratings.ts'
import type { GrowingFile } from './growing-file.ts'

/** The columns of the table of words, in order. */
export const wordColumns = [
  'client',
  'fictional',
  'session',
  'date',
  'kind',
  'rater',
  'occasion',
  'instrument',
  'version',
  'id',
  'text',
] as const

/** What a row of the table of words is: the note of a session, the comment of a form, or a word picked in one. */
export const wordKinds = ['note', 'comment', 'word'] as const

/** The name of the file with the words. */
export const wordsTableName = 'ratings-words.csv'

/**
 * The table of words. They have a file of their own, so that the ratings can be handed on without them, and because
 * programs for statistics do not read cells with several lines.
 */
export function wordsTable(find: FindInstrument): GrowingFile {
  return {
    name: wordsTableName,
    start: csvStart(wordColumns),
    add: (session) => rowsOf(session, find).map(csvLine).join(''),
    end: '',
  }
}

function rowsOf(
  { client, isFictional, number, date, notes, forms }: ExportedSession,
  find: FindInstrument,
): CsvCell[][] {
  const place = [client, isFictional ? 1 : 0, number, date]
  const note: CsvCell[][] = notes === '' ? [] : [[...place, 'note', null, null, null, null, null, notes]]
  const ofForms = forms.flatMap(
    ({ rater, occasion, instrumentId, instrumentVersion, comment, words }): CsvCell[][] => {
      const row = (kind: (typeof wordKinds)[number], id: string | null, text: string): CsvCell[] => {
        return [...place, kind, rater, occasion, instrumentId, instrumentVersion, id, text]
      }
      const offered = new Map(find(instrumentId, instrumentVersion).words?.map(({ id, text }) => [id, text]))
      return [
        ...(comment === '' ? [] : [row('comment', null, comment)]),
        ...words.map((id) => row('word', id, offered.get(id) ?? '')),
      ]
    },
  )
  return [...note, ...ofForms]
}
