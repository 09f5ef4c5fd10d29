import { z } from 'zod'
import { columnRoles, guessSessionNumbers } from '#shared/imports/guess-mapping.ts'
import { howToReadSchema, importLimits } from '#shared/imports/how-to-read.ts'
import type { TableSurvey } from '#shared/imports/table-survey.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { occasions } from '#shared/records/session-log.ts'
import { columnAt, firstChoice, itemTexts, raterMeanings, ratersOf, whoRated, type Choice } from './choice.ts'
import { nothingSaid } from './repeated-columns.ts'

const place = z.int().min(0)

/** What was said for one questionnaire of a table, by places alone. */
const keptChoiceSchema = z.strictObject({
  /** In the order of the names that several columns have. */
  repeated: z.array(z.union([place, z.literal('each')]).nullable()),
  layout: z.enum(['wide', 'long']),
  instrument: z.string().nullable(),
  columns: z.record(z.enum(columnRoles), place.nullable()),
  whoRated: z.enum(whoRated),
  raters: z.array(z.enum(raterMeanings)),
  occasion: z.enum(occasions),
  sessions: z.array(z.int().nullable()),
  only: place.nullable(),
  items: z.record(z.string(), place),
  totals: z.record(z.string(), place).default({}),
  how: howToReadSchema.omit({ delimiter: true, header: true }),
})
type KeptChoice = z.output<typeof keptChoiceSchema>

/**
 * What was said about a table, as its draft keeps it. A draft is about no client and is erased with none, so it has no
 * text of the file.
 */
export const keptTableSchema = z.strictObject({
  /** How the table looks, so that another one gets nothing of it. */
  table: z.string(),
  /** The questionnaires that were found. */
  found: z.array(keptChoiceSchema).max(importLimits.questionnaires),
  present: keptChoiceSchema,
})
export type KeptTable = z.output<typeof keptTableSchema>

/** What was said about a table: the questionnaires that were found, and the one that is being looked for. */
export interface TableChoices {
  readonly found: readonly Choice[]
  readonly present: Choice
}

/** The shape of a table, in numbers. */
function looksOf({ delimiter, header, rows, columns }: TableSurvey): string {
  const each = columns.map(({ filled, values }) => `${filled}/${values.length}`)
  return [delimiter, header, rows, ...each].join(' ')
}

const textsOf = (survey: TableSurvey, at: number | null): string[] =>
  (columnAt(survey, at)?.values ?? []).map(({ text }) => text)

const placeIn = (texts: readonly string[], text: string | null): number | null => {
  const at = text === null ? -1 : texts.indexOf(text)
  return at === -1 ? null : at
}

/** What the draft keeps. */
export function keptOf({ found, present }: TableChoices, survey: TableSurvey): KeptTable {
  return {
    table: looksOf(survey),
    found: found.map((choice) => keptChoiceOf(choice, survey)),
    present: keptChoiceOf(present, survey),
  }
}

/** What a draft kept; null if it is about another table, or about a questionnaire that is gone. */
export function choicesOf(
  { table, found, present }: KeptTable,
  survey: TableSurvey,
  instruments: readonly Instrument[],
): TableChoices | null {
  if (table !== looksOf(survey)) return null
  const before = found.flatMap((kept) => choiceOf(kept, survey, instruments) ?? [])
  const last = choiceOf(present, survey, instruments)
  return last === null || before.length < found.length ? null : { found: before, present: last }
}

function keptChoiceOf(choice: Choice, survey: TableSurvey): KeptChoice {
  const { layout, instrument, columns, raters, occasion, sessions, only, how } = choice
  const texts = itemTexts(choice, survey)
  const placesOf = (chosen: Choice['items']) =>
    Object.fromEntries(
      Object.entries(chosen).flatMap(([id, text]) => {
        const at = layout === 'wide' ? Number(text) : placeIn(texts, text)
        return at === null ? [] : [[id, at]]
      }),
    )
  return {
    repeated: Object.values(choice.repeated),
    layout,
    instrument: instrument?.id ?? null,
    columns,
    whoRated: choice.whoRated,
    raters: Object.values(raters),
    occasion,
    sessions: sessions.map(({ number }) => number),
    only: placeIn(textsOf(survey, columns.questionnaire), only),
    items: placesOf(choice.items),
    totals: placesOf(choice.totals),
    how,
  }
}

function choiceOf(kept: KeptChoice, survey: TableSurvey, instruments: readonly Instrument[]): Choice | null {
  const instrument = instruments.find(({ id }) => id === kept.instrument) ?? null
  if (instrument?.id !== (kept.instrument ?? undefined)) return null
  const { layout, columns, occasion, how } = kept
  const raters = columnAt(survey, columns.rater)
  const sessions = columnAt(survey, columns.session)
  const choice: Choice = {
    ...firstChoice(survey),
    repeated: Object.fromEntries(
      Object.keys(nothingSaid(survey)).map((name, at) => [name, kept.repeated[at] ?? null]),
    ),
    layout,
    instrument,
    columns,
    whoRated: kept.whoRated,
    occasion,
    how,
    raters: Object.fromEntries(
      Object.keys(raters === undefined ? {} : ratersOf(raters)).map((text, at) => [
        text,
        kept.raters[at] ?? 'other',
      ]),
    ),
    sessions: (sessions === undefined ? [] : guessSessionNumbers(sessions)).map(({ text }, at) => ({
      text,
      number: kept.sessions[at] ?? null,
    })),
    only: kept.only === null ? null : (textsOf(survey, columns.questionnaire)[kept.only] ?? null),
  }
  const texts = itemTexts(choice, survey)
  const chosenOf = (places: KeptChoice['items'], isKnown: (id: string) => boolean): Choice['items'] =>
    Object.fromEntries(
      Object.entries(places).flatMap(([id, at]) => {
        const text = layout === 'wide' ? String(at) : texts[at]
        return text === undefined || !isKnown(id) ? [] : [[id, text] as const]
      }),
    )
  return {
    ...choice,
    items: chosenOf(kept.items, (id) => instrument?.items.some((item) => item.id === id) === true),
    totals: chosenOf(kept.totals, (id) => instrument?.scales.some((scale) => scale.id === id) === true),
  }
}
