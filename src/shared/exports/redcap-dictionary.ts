import { toCsv, type CsvCell } from '../csv/csv.ts'
import { isOnStep } from '../instruments/instrument-item.ts'
import { modalities, sessionStatuses } from '../records/session.ts'
import {
  itemLabels,
  missingLabels,
  sessionColumnLabels,
  variableLabel,
  variableLabels,
  type ValueLabel,
} from './describe-variable.ts'
import { plainName } from './plain-name.ts'
import { sessionColumns } from './exported-ratings.ts'
import type { MissingCodes, WideVariable } from './wide-variables.ts'

/** The 18 columns of a REDCap data dictionary, as REDCap spells them. */
export const redcapColumns = [
  'Variable / Field Name',
  'Form Name',
  'Section Header',
  'Field Type',
  'Field Label',
  'Choices, Calculations, OR Slider Labels',
  'Field Note',
  'Text Validation Type OR Show Slider Number',
  'Text Validation Min',
  'Text Validation Max',
  'Identifier?',
  'Branching Logic (Show field only if...)',
  'Required Field?',
  'Custom Alignment',
  'Question Number (surveys only)',
  'Matrix Group Name',
  'Matrix Ranking?',
  'Field Annotation',
] as const

type Row = Partial<Record<(typeof redcapColumns)[number], CsvCell>>

/** The name of a REDCap form with what every session has. */
const sessionForm = 'session'

/** The columns of the wide table as a REDCap data dictionary. */
export function redcapDictionary(variables: readonly WideVariable[], codes: MissingCodes): string {
  const rows = [
    ...sessionColumns.map(sessionRow),
    ...variables.map((variable) => variableRow(variable, variables, codes)),
  ]
  return toCsv(
    redcapColumns,
    rows.map((row) => redcapColumns.map((column) => row[column] ?? null)),
  )
}

function sessionRow(column: (typeof sessionColumns)[number]): Row {
  const common: Row = {
    'Variable / Field Name': column,
    'Form Name': sessionForm,
    'Field Type': 'text',
    'Field Label': sessionColumnLabels[column],
  }
  const named = (names: readonly string[]): Row => ({
    ...common,
    'Field Type': 'radio',
    'Choices, Calculations, OR Slider Labels': names.map((name) => `${name}, ${name}`).join(' | '),
  })
  const validated = (type: string): Row => ({
    ...common,
    'Text Validation Type OR Show Slider Number': type,
  })
  if (column === 'client') return { ...common, 'Identifier?': 'y' }
  if (column === 'fictional') return { ...common, 'Field Type': 'yesno' }
  if (column === 'date') return { ...validated('date_ymd'), 'Identifier?': 'y' }
  if (column === 'status') return named(sessionStatuses)
  if (column === 'modality') return named(modalities)
  return validated('integer')
}

function variableRow(variable: WideVariable, variables: readonly WideVariable[], codes: MissingCodes): Row {
  const { instrument, rater, occasion } = variable.form
  const common: Row = {
    'Variable / Field Name': variable.name,
    'Form Name': plainName(`${instrument.id} v${instrument.version} ${rater} ${occasion}`),
    'Field Label': variableLabel(variable),
  }
  if (variable.kind === 'item' && variable.item.labels !== undefined) {
    const choices = variableLabels(variable, codes).map(
      ({ value, text }) => `${value}, ${text.replaceAll('|', '/')}`,
    )
    return {
      ...common,
      'Field Type': 'radio',
      // A space, because an apostrophe before a negative number would be part of REDCap's code.
      'Choices, Calculations, OR Slider Labels': choices.join(' | ').replace(/^-/, ' -'),
      'Branching Logic (Show field only if...)': branching(variable, variables),
    }
  }
  const { minimum, maximum } = variable.kind === 'item' ? variable.item : variable.scale
  const isWhole = variable.kind === 'item' && isOnStep({ minimum: 0, step: 1 }, variable.item.step)
  return {
    ...common,
    'Field Type': 'text',
    'Field Note': noteOf(variable, codes),
    'Text Validation Type OR Show Slider Number': isWhole && Number.isInteger(minimum) ? 'integer' : 'number',
    // The numbers for missing values lie below the lowest answer.
    'Text Validation Min': codes.notAnswered,
    'Text Validation Max': maximum,
    'Branching Logic (Show field only if...)': branching(variable, variables),
  }
}

/** The words of the numbers. Begins with a word, so that no spreadsheet takes it for a formula. */
function noteOf(variable: WideVariable, codes: MissingCodes): string {
  const listed = (labels: readonly ValueLabel[]): string =>
    labels.map(({ value, text }) => `${value} = ${text}`).join('; ')
  const own = variable.kind === 'item' ? itemLabels(variable.item) : []
  const missing = `Missing: ${listed(missingLabels(codes))}`
  return own.length === 0 ? missing : `Answers: ${listed(own)}. ${missing}`
}

/** The condition of an item, in the names of the columns. */
function branching(variable: WideVariable, variables: readonly WideVariable[]): string | null {
  const condition = variable.kind === 'item' ? variable.item.askedIf : undefined
  if (condition === undefined) return null
  const others = variables.filter(
    (other) =>
      other.form === variable.form && other.kind === 'item' && condition.anyOf.includes(other.item.id),
  )
  return others.map(({ name }) => `[${name}] >= ${condition.atOrAbove}`).join(' or ')
}
