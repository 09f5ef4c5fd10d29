import type { ColumnSurvey, TableSurvey } from './table-survey.ts'

/** What a column can hold beside the answers themselves. */
export const columnRoles = ['client', 'date', 'session', 'rater', 'questionnaire', 'item', 'answer'] as const
export type ColumnRole = (typeof columnRoles)[number]

const names: Readonly<Record<ColumnRole, RegExp>> = {
  client:
    /^(client|patient|participant|subject|person|case|record|code|id|klient|klientin|patientin)(id|code|nr|no|number)?$/,
  date: /^(session|visit|rating|completed|assessment)?(date|datum|day|tag|timestamp|datetime)$/,
  session:
    /^(session|sitzung|visit|wave|week|woche|timepoint|occasion|redcapeventname|event)(id|no|nr|number|name)?$/,
  rater: /^(rater|respondent|informant|source|ratedby|filledinby|perspective)$/,
  questionnaire: /^(questionnaire|instrument|measure|scale|form|test|fragebogen)(id|name)?$/,
  item: /^(item|question|variable|frage)(id|no|nr|number|name|code)?$/,
  answer: /^(value|answer|response|rating|score|wert|antwort)(value)?$/,
}

/** Days that are none of a session. */
const otherDates = /birth|dob|geburt|geboren|admission|referral|discharge/

/** A text without what names write in different ways. */
export const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

function holdsDates({ dates, filled }: ColumnSurvey): boolean {
  return filled > 0 && Object.values(dates).reduce((sum, each) => sum + each, 0) * 2 > filled
}

/** The column that each role most likely has, by its name and its cells; null for none. */
export function guessRoles({ columns }: Pick<TableSurvey, 'columns'>): Record<ColumnRole, number | null> {
  const taken = new Set<number>()
  const find = (isIt: (column: ColumnSurvey) => boolean): number | null => {
    const at = columns.findIndex((column, place) => !taken.has(place) && column.filled > 0 && isIt(column))
    if (at === -1) return null
    taken.add(at)
    return at
  }
  const named = (role: ColumnRole): number | null => find(({ name }) => names[role].test(plain(name)))
  const canBeSessions = (column: ColumnSurvey): boolean =>
    holdsDates(column) && !otherDates.test(plain(column.name))
  const date =
    find((column) => canBeSessions(column) && names.date.test(plain(column.name))) ?? find(canBeSessions)
  return {
    date,
    session: named('session'),
    rater: named('rater'),
    questionnaire: named('questionnaire'),
    item: named('item'),
    answer: named('answer'),
    client: named('client'),
  }
}

/** The order of a column's dates as its days above twelve tell it; null if none does. */
export function guessDateOrder({ dates }: Pick<ColumnSurvey, 'dates'>): 'day-first' | 'month-first' | null {
  if (dates['day-first'] === dates['month-first']) return null
  return dates['day-first'] > dates['month-first'] ? 'day-first' : 'month-first'
}

/** Whether a column has dates that could be read in either order. */
export function asksDateOrder({ dates }: Pick<ColumnSurvey, 'dates'>): boolean {
  return dates.open > 0 || dates['month-first'] > 0 || dates['day-first'] > 0
}

const raterNames = {
  client: ['client', 'patient', 'self', 'participant', 'klient', 'klientin', 'patientin', 'c'],
  therapist: ['therapist', 'clinician', 'counsellor', 'counselor', 'therapeut', 'therapeutin', 't'],
} as const

/** Which texts of a column most likely mean a rater. */
export function guessRaters({ values }: Pick<ColumnSurvey, 'values'>): {
  client: string[]
  therapist: string[]
} {
  const of = (rater: keyof typeof raterNames): string[] =>
    values.map(({ text }) => text).filter((text) => raterNames[rater].some((name) => name === plain(text)))
  return { client: of('client'), therapist: of('therapist') }
}

/**
 * Numbers for sessions that have names: the number in each name if all have another one, otherwise the order in which they
 * come. None for a column of plain numbers.
 */
export function guessSessionNumbers({ values }: Pick<ColumnSurvey, 'values'>): {
  text: string
  number: number
}[] {
  const texts = values.map(({ text }) => text)
  if (texts.every((text) => /^[1-9]\d{0,4}$/.test(text))) return []
  const inName = texts.map((text) => Number(/^\D*([1-9]\d{0,3})/.exec(text)?.[1] ?? 0))
  const areTheirOwn = new Set(inName).size === texts.length && !inName.includes(0)
  return texts.map((text, at) => ({ text, number: areTheirOwn ? (inName[at] ?? 1) : at + 1 }))
}
