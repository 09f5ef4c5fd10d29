import { csvLine, csvStart, type CsvCell } from '../csv/csv.ts'
import { ownWordsKinds } from '../records/own-words.ts'
import type { ExportedSession } from './exported-ratings.ts'
import type { GrowingFile } from './growing-file.ts'

/** The columns of the table of ratings in own words, in order. */
export const ownWordsColumns = [
  'client',
  'fictional',
  'session',
  'date',
  'kind',
  'item',
  'wording',
  'recorded_at',
  'value',
  'words',
] as const

/** The name of the file with the ratings in own words. */
export const ownWordsTableName = 'ratings-own-words.csv'

/** What each column holds, for the codebook. */
export const ownWordsLabels: Readonly<Record<(typeof ownWordsColumns)[number], string>> = {
  client: 'Code of the client',
  fictional: 'Whether the client is fictional',
  session: 'Number of the session',
  date: 'Day of the session',
  kind: 'What the client put into own words: of a goal 10 is reached, of a problem 10 is as bad as can be',
  item: 'Which goal or problem of this client that has a rating, counted from 1 in the order in which they were added',
  wording:
    'Which of the rated wordings of it this is, counted from 1; ratings of different wordings need not compare',
  recorded_at: 'When the form was saved (UTC); of several ratings in one session the newest counts',
  value: 'The rating, from 0 to 10',
  words: 'The wording; empty unless words were asked for',
}

/** The values of columns that have a short list of them. */
export const ownWordsValues: Partial<Record<(typeof ownWordsColumns)[number], string>> = {
  fictional: '0; 1',
  kind: ownWordsKinds.join('; '),
}

/** The table of ratings in own words: a row for each rating of each wording. */
export function ownWordsTable(): GrowingFile {
  return {
    name: ownWordsTableName,
    start: csvStart(ownWordsColumns),
    add: (session) => rowsOf(session).map(csvLine).join(''),
    end: '',
  }
}

function rowsOf({ client, isFictional, number, date, ownRatings }: ExportedSession): CsvCell[][] {
  return ownRatings.map(({ kind, item, wording, recordedAt, value, words }) => [
    client,
    isFictional ? 1 : 0,
    number,
    date,
    kind,
    item,
    wording,
    recordedAt,
    value,
    words === '' ? null : words,
  ])
}
