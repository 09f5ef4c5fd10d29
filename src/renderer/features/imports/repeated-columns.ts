import { repeatedNames, type TableSurvey } from '#shared/imports/table-survey.ts'

/** What the user has said about columns that share a name: the one that counts, or each does; null if nothing yet. */
export type RepeatedColumns = Readonly<Record<string, number | 'each' | null>>

export function nothingSaid(survey: TableSurvey): RepeatedColumns {
  return Object.fromEntries(repeatedNames(survey).map((name) => [name, null]))
}

/** Whether a column can be chosen: one that shares its name only once the user has said which one counts. */
export function isOffered(survey: TableSurvey, repeated: RepeatedColumns, at: number): boolean {
  const name = survey.columns[at]?.name ?? ''
  const said = Object.hasOwn(repeated, name) ? repeated[name] : 'each'
  return said === 'each' || said === at
}

/** The table as Attune guesses by it: a column that can't be chosen is empty and has no name. */
export function offeredOf(survey: TableSurvey, repeated: RepeatedColumns): TableSurvey {
  const dates = { 'year-first': 0, 'day-first': 0, 'month-first': 0, open: 0 }
  return {
    ...survey,
    columns: survey.columns.map((column, at) =>
      isOffered(survey, repeated, at) ? column : { ...column, name: '', filled: 0, values: [], dates },
    ),
  }
}
