import { toCsv, type CsvCell } from '../csv/csv.ts'
import { ownRatingScale } from '../records/own-words.ts'
import { modalities, sessionStatuses } from '../records/session.ts'
import { itemLabels, longColumnLabels, missingLabels, variableLabel } from './describe-variable.ts'
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
  client: longColumnLabels.client,
  fictional: longColumnLabels.fictional,
  session: longColumnLabels.session,
  date: longColumnLabels.date,
  kind: 'A note about the session, a comment on a form, or a word picked in a form',
  rater: longColumnLabels.rater,
  occasion: longColumnLabels.occasion,
  instrument: longColumnLabels.instrument,
  version: longColumnLabels.version,
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
      label: longColumnLabels[column],
      type: typeOf(column),
      values: longValues[column] ?? null,
    })),
    ...sessionColumns.map((column): Row => ({
      file: wideTableName,
      variable: column,
      label: longColumnLabels[column],
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
