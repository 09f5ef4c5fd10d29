import type { HowToRead } from '#shared/imports/how-to-read.ts'
import {
  asksDateOrder,
  columnRoles,
  guessDateOrder,
  guessRaters,
  guessRoles,
  guessSessionNumbers,
  type ColumnRole,
} from '#shared/imports/guess-mapping.ts'
import { guessItems, guessTotals } from '#shared/imports/guess-items.ts'
import type { Mapping } from '#shared/imports/mapping.ts'
import type { ColumnSurvey, TableSurvey } from '#shared/imports/table-survey.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { totalFormOf } from '#shared/instruments/total-form.ts'
import { isOffered, nothingSaid, offeredOf, type RepeatedColumns } from './repeated-columns.ts'

/** Whom the ratings are from: one person for all rows, or as a column says. */
export const whoRated = ['client', 'therapist', 'column'] as const
export type WhoRated = (typeof whoRated)[number]
/** Whom a text of the column of raters means. */
export const raterMeanings = ['client', 'therapist', 'other'] as const
export type RaterMeaning = (typeof raterMeanings)[number]
/** More names than this can't be gone through by hand. */
export const mostNames = 40

/** What the user has said about a table so far. */
export interface Choice {
  readonly repeated: RepeatedColumns
  readonly layout: Mapping['layout']
  readonly instrument: Instrument | null
  readonly columns: Readonly<Record<ColumnRole, number | null>>
  readonly whoRated: WhoRated
  readonly raters: Readonly<Record<string, RaterMeaning>>
  readonly occasion: Mapping['occasion']
  /** The numbers of sessions that have names; null for one that was cleared. */
  readonly sessions: readonly { readonly text: string; readonly number: number | null }[]
  /** In the long layout, the text of the column of questionnaires that means this one. */
  readonly only: string | null
  /** By item: the column in the wide layout, the text in the long one. */
  readonly items: Readonly<Record<string, string>>
  /** By scale: where a total is that the answers are compared with, in the same way. */
  readonly totals: Readonly<Record<string, string>>
  readonly how: Omit<HowToRead, 'delimiter' | 'header'>
}

export const columnAt = (survey: TableSurvey, at: number | null): ColumnSurvey | undefined =>
  at === null ? undefined : survey.columns[at]

/** What Attune takes a table for, before anybody has said anything. */
export function firstChoice(survey: TableSurvey): Choice {
  const repeated = nothingSaid(survey)
  const columns = guessRoles(offeredOf(survey, repeated))
  const isLong = columns.item !== null && columns.answer !== null
  const choice: Choice = {
    repeated,
    layout: isLong ? 'long' : 'wide',
    instrument: null,
    columns,
    whoRated: columns.rater === null ? 'client' : 'column',
    raters: {},
    occasion: 'before',
    sessions: [],
    only: null,
    items: {},
    totals: {},
    how: {
      decimal: survey.decimal,
      dateOrder: null,
      missing: survey.missing.flatMap(({ code, isUsual }) => (isUsual ? [code] : [])),
    },
  }
  return (['date', 'session', 'rater'] as const).reduce(
    (made, role) => withColumn(made, survey, role, columns[role]),
    choice,
  )
}

/** Says which of the columns of one name counts, and guesses again what could not be guessed without it. */
export function withRepeated(
  choice: Choice,
  survey: TableSurvey,
  name: string,
  said: number | 'each',
): Choice {
  const repeated = { ...choice.repeated, [name]: said }
  const guessed = guessRoles(offeredOf(survey, repeated))
  const isStill = (at: number | null): boolean => at !== null && isOffered(survey, repeated, at)
  const next = columnRoles
    .filter((role) => !isStill(choice.columns[role]))
    .reduce((made, role) => withColumn(made, survey, role, guessed[role]), { ...choice, repeated })
  const guessedAgain = withItems(next, survey)
  const keptOf = (places: Choice['items']) =>
    Object.fromEntries(
      Object.entries(places).filter(([, place]) => choice.layout === 'long' || isStill(Number(place))),
    )
  return {
    ...next,
    items: { ...guessedAgain.items, ...keptOf(choice.items) },
    totals: { ...guessedAgain.totals, ...keptOf(choice.totals) },
  }
}

/** Says which column has a role, and takes what follows from its cells. */
export function withColumn(choice: Choice, survey: TableSurvey, role: ColumnRole, at: number | null): Choice {
  const next: Choice = { ...choice, columns: { ...choice.columns, [role]: at } }
  const column = columnAt(survey, at)
  if (role === 'date')
    return { ...next, how: { ...next.how, dateOrder: column === undefined ? null : guessDateOrder(column) } }
  if (role === 'session')
    return { ...next, sessions: column === undefined ? [] : guessSessionNumbers(column) }
  if (role === 'rater') return { ...next, raters: column === undefined ? {} : ratersOf(column) }
  if (role === 'questionnaire') return withItems({ ...next, only: null }, survey)
  return role === 'item' ? withItems(next, survey) : next
}

/** Says which questionnaire it is, and finds its items. */
export function withInstrument(choice: Choice, survey: TableSurvey, instrument: Instrument): Choice {
  const { respondent, occasion } = instrument
  const rated = choice.columns.rater === null && respondent !== 'either' ? respondent : choice.whoRated
  return withItems(
    {
      ...choice,
      instrument,
      whoRated: rated,
      occasion: occasion === 'any' ? choice.occasion : occasion,
    },
    survey,
  )
}

/** Says which questionnaire it is, and whether the table has its answers or, as it seems, its totals alone. */
export function withQuestionnaire(choice: Choice, survey: TableSurvey, instrument: Instrument): Choice {
  const asAnswers = withInstrument(choice, survey, instrument)
  if (Object.keys(asAnswers.items).length > 0) return asAnswers
  const form = totalFormOf(instrument, true)
  const asTotals = form === null ? asAnswers : withInstrument(choice, survey, form)
  return Object.keys(asTotals.items).length > 0 ? asTotals : asAnswers
}

/** Finds the items again, after something that they rest on has changed. */
export function withItems(choice: Choice, survey: TableSurvey): Choice {
  const { instrument } = choice
  if (instrument === null) return choice
  const texts = itemTexts(choice, survey)
  const placeOf = (at: number): string => (choice.layout === 'wide' ? String(at) : (texts[at] ?? ''))
  const items = guessItems(instrument, texts)
  // A column of totals is no reason to think that the table has answers.
  const totals = instrument.totalOf !== undefined || items.length === 0 ? [] : guessTotals(instrument, texts)
  return {
    ...choice,
    items: Object.fromEntries(items.map(({ item, at }) => [item, placeOf(at)])),
    totals: Object.fromEntries(totals.map(({ scale, at }) => [scale, placeOf(at)])),
  }
}

/** What can stand for an item: the names of all columns, or the texts of the column of items. */
export function itemTexts({ layout, columns, repeated }: Choice, survey: TableSurvey): string[] {
  if (layout === 'wide') return offeredOf(survey, repeated).columns.map(({ name }) => name)
  return (columnAt(survey, columns.item)?.values ?? []).map(({ text }) => text)
}

/** Whom the first texts of the column of raters mean, as far as Attune can guess. */
export function ratersOf(column: ColumnSurvey): Record<string, RaterMeaning> {
  const { client, therapist } = guessRaters(column)
  return Object.fromEntries(
    column.values
      .slice(0, mostNames)
      .map(({ text }) => [
        text,
        client.includes(text) ? 'client' : therapist.includes(text) ? 'therapist' : 'other',
      ]),
  )
}

/** What is still to be said before a table can be read. */
export const gaps = [
  'repeated',
  'instrument',
  'client',
  'place',
  'date-order',
  'sessions',
  'rater',
  'item-column',
  'answer-column',
  'only',
  'items',
] as const
export type Gap = (typeof gaps)[number]

/** Lists what is still to be said, in the order of the screen. */
export function gapsIn(choice: Choice, survey: TableSurvey): Gap[] {
  const { columns, instrument, layout } = choice
  const date = columnAt(survey, columns.date)
  const isMissing: Record<Gap, boolean> = {
    repeated: Object.values(choice.repeated).includes(null),
    instrument: instrument === null,
    client: columns.client === null,
    place: columns.date === null && columns.session === null,
    'date-order': date !== undefined && asksDateOrder(date) && choice.how.dateOrder === null,
    sessions:
      columns.session !== null &&
      (choice.sessions.length > mostNames ||
        choice.sessions.some(({ number }) => number === null) ||
        new Set(choice.sessions.map(({ number }) => number)).size < choice.sessions.length),
    rater:
      choice.whoRated === 'column' &&
      (columns.rater === null || Object.values(choice.raters).every((meaning) => meaning === 'other')),
    'item-column': layout === 'long' && columns.item === null,
    'answer-column': layout === 'long' && columns.answer === null,
    only: layout === 'long' && columns.questionnaire !== null && choice.only === null,
    items: instrument !== null && Object.keys(choice.items).length === 0,
  }
  return gaps.filter((gap) => isMissing[gap])
}

/** The same table for its next questionnaire, of which only the columns that all have in common are known. */
export function forNext(choice: Choice): Choice {
  return { ...choice, instrument: null, only: null, items: {}, totals: {} }
}

/** How the cells of a table are to be read. */
export function howOf({ how }: Choice, { delimiter, header }: TableSurvey): HowToRead {
  return { ...how, delimiter, header }
}

/** Where the answers of the chosen questionnaire are; null as long as something is to be said. */
export function mappingOf(choice: Choice, survey: TableSurvey): Mapping | null {
  const { columns, instrument, only } = choice
  const { client, item, answer } = columns
  if (gapsIn(choice, survey).length > 0 || instrument === null || client === null) return null
  const meaning = (wanted: RaterMeaning): string[] =>
    Object.entries(choice.raters).flatMap(([text, each]) => (each === wanted ? [text] : []))
  const common = {
    instrument: { id: instrument.id, version: instrument.version },
    client,
    date: columns.date,
    session:
      columns.session === null
        ? null
        : {
            column: columns.session,
            names: choice.sessions.flatMap(({ text, number }) => (number === null ? [] : [{ text, number }])),
          },
    rater:
      choice.whoRated === 'column' && columns.rater !== null
        ? {
            kind: 'column' as const,
            column: columns.rater,
            client: meaning('client'),
            therapist: meaning('therapist'),
          }
        : {
            kind: 'one' as const,
            rater: choice.whoRated === 'therapist' ? ('therapist' as const) : ('client' as const),
          },
    occasion: choice.occasion,
  }
  const chosen = Object.entries(choice.items)
  const totals = Object.entries(choice.totals)
  if (choice.layout === 'wide')
    return {
      layout: 'wide',
      ...common,
      items: chosen.map(([id, column]) => ({ item: id, column: Number(column) })),
      ...(totals.length === 0
        ? {}
        : { totals: totals.map(([scale, column]) => ({ scale, column: Number(column) })) }),
    }
  if (item === null || answer === null) return null
  return {
    layout: 'long',
    ...common,
    itemColumn: item,
    answerColumn: answer,
    only:
      columns.questionnaire === null || only === null ? null : { column: columns.questionnaire, text: only },
    items: chosen.map(([id, text]) => ({ item: id, text })),
    ...(totals.length === 0 ? {} : { totals: totals.map(([scale, text]) => ({ scale, text })) }),
  }
}
