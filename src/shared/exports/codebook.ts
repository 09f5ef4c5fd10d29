import { toCsv, type CsvCell } from '../csv/csv.ts'
import { ownRatingScale } from '../records/own-words.ts'
import { modalities, sessionStatuses } from '../records/session.ts'
import { itemLabels, missingLabels, sessionColumnLabels, variableLabel } from './describe-variable.ts'
import { longTableName, longColumns } from './long-table.ts'
import { sessionColumns } from './exported-ratings.ts'
import { ownWordsColumns, ownWordsLabels, ownWordsTableName, ownWordsValues } from './own-words-table.ts'
import { wideTableName } from './wide-table.ts'
import type { MissingCodes, WideVariable } from './wide-variables.ts'
import { wordColumns, wordsTableName } from './words-table.ts'

/** The columns of the codebook, in order. */
export const codebookColumns = [
  'file',
  'variable',
  'label',
  'type',
  'values',
  'minimum',
  'maximum',
  'step',
  'missing',
  'instrument',
  'version',
  'rater',
  'occasion',
  'kind',
  'id',
  'reversed',
  'direction',
  'method',
  'items',
  'minimum_answered',
  'licence',
  'attribution',
] as const

type Row = Partial<Record<(typeof codebookColumns)[number], CsvCell>>

const longLabels: Readonly<Record<(typeof longColumns)[number], string>> = {
  ...sessionColumnLabels,
  kind: 'What the row is about: the session itself, the answer to an item, or the score of a scale',
  rater: 'Who answered',
  occasion: 'Whether the form was filled in before or after the session',
  instrument: 'Id of the instrument',
  version: 'Version of the instrument',
  recorded_at: 'When the form was saved (UTC)',
  from_paper_at: 'When it was entered from paper (UTC); empty if it was answered on the screen',
  id: 'Id of the item or scale within the instrument',
  value: 'The answer as given, or the score; empty if there is none',
  state: 'Why there is a value or none',
  reason: 'What was recorded about a missing answer; empty if nothing was',
  items_answered: 'From how many answered items the score comes',
  items: 'How many items the scale has',
}

const longValues: Partial<Record<(typeof longColumns)[number], string>> = {
  fictional: '0; 1',
  status: sessionStatuses.join('; '),
  modality: modalities.join('; '),
  kind: 'session; answer; score',
  rater: 'client; therapist',
  occasion: 'before; after',
  state: 'answered; not-answered; not-asked; missed',
  reason: 'skipped; stopped; not-asked',
}

const wordLabels: Readonly<Record<(typeof wordColumns)[number], string>> = {
  client: longLabels.client,
  session: longLabels.session,
  kind: 'A note about the session, a comment on a form, or a word picked in a form',
  rater: longLabels.rater,
  occasion: longLabels.occasion,
  instrument: longLabels.instrument,
  version: longLabels.version,
  id: 'Id of the picked word',
  text: 'The words',
}

const numeric = [
  'fictional',
  'session',
  'minutes',
  'version',
  'value',
  'items_answered',
  'items',
  'item',
  'wording',
]
const typeOf = (column: string): string =>
  column === 'date'
    ? 'date'
    : column.endsWith('_at')
      ? 'instant'
      : numeric.includes(column)
        ? 'number'
        : 'text'

/** The codebook: what every column of the tables holds, a row each. */
export function codebook(
  variables: readonly WideVariable[],
  codes: MissingCodes,
  { withWords, hasOwnWords }: { readonly withWords: boolean; readonly hasOwnWords: boolean },
): string {
  const missing = missingLabels(codes)
    .map(({ value, text }) => `${text} = ${value}`)
    .join('; ')
  const rows: Row[] = [
    ...longColumns.map((column): Row => ({
      file: longTableName,
      variable: column,
      label: longLabels[column],
      type: typeOf(column),
      values: longValues[column] ?? null,
    })),
    ...sessionColumns.map((column): Row => ({
      file: wideTableName,
      variable: column,
      label: longLabels[column],
      type: typeOf(column),
      values: longValues[column] ?? null,
    })),
    ...variables.map((variable) => ({ ...rowOf(variable), missing })),
    ...(withWords ? wordColumns : []).map((column): Row => ({
      file: wordsTableName,
      variable: column,
      label: wordLabels[column],
      type: typeOf(column),
    })),
    ...(hasOwnWords ? ownWordsColumns : []).map((column): Row => ({
      file: ownWordsTableName,
      variable: column,
      label: ownWordsLabels[column],
      type: typeOf(column),
      values: ownWordsValues[column] ?? null,
      ...(column === 'value' ? { ...ownRatingScale, step: 1 } : {}),
    })),
  ]
  return toCsv(
    codebookColumns,
    rows.map((row) => codebookColumns.map((column) => row[column] ?? null)),
  )
}

function rowOf(variable: WideVariable): Row {
  const { name, form, kind } = variable
  const { instrument, rater, occasion } = form
  const common: Row = {
    file: wideTableName,
    variable: name,
    label: variableLabel(variable),
    type: 'number',
    instrument: instrument.id,
    version: instrument.version,
    rater,
    occasion,
    kind,
    licence: instrument.licence,
    attribution: instrument.attribution,
  }
  if (variable.kind === 'score') {
    const { id, minimum, maximum, direction, method, items, missing } = variable.scale
    const answered = missing.minimumAnswered
    return {
      ...common,
      id,
      minimum,
      maximum,
      direction,
      method,
      items: items.join(' '),
      minimum_answered: answered,
    }
  }
  const { id, minimum, maximum, step, reversed } = variable.item
  const values = itemLabels(variable.item).map(({ value, text }) => `${text} = ${value}`)
  return { ...common, id, minimum, maximum, step, reversed: reversed ? 1 : 0, values: values.join('; ') }
}
