import { toCsv, type CsvCell } from '../csv/csv.ts'
import type { Client } from '../records/client.ts'
import { ownWordsKinds, type OwnWords } from '../records/own-words.ts'
import type { Session } from '../records/session.ts'

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
  item: 'Which goal or problem of this client, counted from 1 in the order in which they were added',
  wording: 'Which wording of it was rated, counted from 1; ratings of different wordings need not compare',
  recorded_at: 'When the form was saved (UTC); of several ratings in one session the newest counts',
  value: 'The rating, from 0 to 10',
  words: 'The wording; empty unless words were asked for',
}

/** The values of columns that have a short list of them. */
export const ownWordsValues: Partial<Record<(typeof ownWordsColumns)[number], string>> = {
  fictional: '0; 1',
  kind: ownWordsKinds.join('; '),
}

/** One rating as it leaves the vault. */
export type OwnWordsRow = readonly CsvCell[]

/** The rows of one session: a row for each rating of each wording, in long format. */
export function ownWordsRows(
  { code, isFictional }: Pick<Client, 'code' | 'isFictional'>,
  { id, number, date }: Pick<Session, 'id' | 'number' | 'date'>,
  ownWords: readonly OwnWords[],
  withWords: boolean,
): OwnWordsRow[] {
  return ownWords.flatMap(({ kind, wordings }, item) =>
    wordings.flatMap(({ words, ratings }, wording) =>
      ratings
        .filter(({ sessionId }) => sessionId === id)
        .map(({ ratedAt, value }) => [
          code,
          isFictional ? 1 : 0,
          number,
          date,
          kind,
          item + 1,
          wording + 1,
          ratedAt,
          value,
          withWords ? words : null,
        ]),
    ),
  )
}

/** The table of ratings in own words. */
export function ownWordsTable(rows: readonly OwnWordsRow[]): string {
  return toCsv(ownWordsColumns, rows)
}
