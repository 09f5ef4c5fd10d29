import { readCsv, type CsvSeparator } from '../../../csv/read-csv.ts'

/** The columns of a data dictionary that Attune reads, with their names in REDCap's file and in its API's export. */
const columns = {
  name: ['variable / field name', 'field_name'],
  form: ['form name', 'form_name'],
  section: ['section header', 'section_header'],
  type: ['field type', 'field_type'],
  label: ['field label', 'field_label'],
  choices: [
    'choices, calculations, or slider labels',
    'choices or calculations',
    'select_choices_or_calculations',
  ],
  validation: ['text validation type or show slider number', 'text_validation_type_or_show_slider_number'],
  minimum: ['text validation min', 'text_validation_min'],
  maximum: ['text validation max', 'text_validation_max'],
  branching: ['branching logic (show field only if...)', 'branching logic', 'branching_logic'],
  annotation: ['field annotation', 'field_annotation'],
} as const
type Column = keyof typeof columns
const needed: readonly Column[] = ['name', 'form', 'type', 'label']

/** One field of a data dictionary: its cells, empty ones as empty text, and its place among the fields, from 0. */
export type DictionaryField = Readonly<Record<Column, string>> & { readonly position: number }

const separators: readonly CsvSeparator[] = [',', ';', '\t']

/** Whether a text begins like a REDCap data dictionary. */
export function isDictionary(text: string): boolean {
  return /^["\s]*(?:variable \/ field name|field_name)"?[,;\t]/i.test(text.slice(0, 200))
}

/** The fields of a data dictionary; null if its rows can't be separated or a column that is needed is not there. */
export function dictionaryFields(text: string, limit: number): DictionaryField[] | null {
  const [first = ''] = text.split('\n', 1)
  const separator = separators.toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ','
  const fields: DictionaryField[] = []
  let places: Readonly<Record<Column, number>> | null = null
  for (const row of readCsv(text, separator)) {
    if (row === null) return null
    if (places === null) {
      const header = row.cells.map((cell) => (cell ?? '').trim().toLowerCase())
      places = placesOf(header)
      if (needed.some((column) => places?.[column] === -1)) return null
      continue
    }
    const cells = cellsOf(row.cells, places)
    // One more than a file may have is enough for it to be refused.
    if (cells.name !== '' && fields.length <= limit) fields.push({ ...cells, position: fields.length })
  }
  return fields
}

function placesOf(header: readonly string[]): Record<Column, number> {
  const placeOf = (column: Column): number =>
    header.findIndex((name) => columns[column].some((known) => known === name))
  return {
    name: placeOf('name'),
    form: placeOf('form'),
    section: placeOf('section'),
    type: placeOf('type'),
    label: placeOf('label'),
    choices: placeOf('choices'),
    validation: placeOf('validation'),
    minimum: placeOf('minimum'),
    maximum: placeOf('maximum'),
    branching: placeOf('branching'),
    annotation: placeOf('annotation'),
  }
}

function cellsOf(
  cells: readonly (string | null)[],
  places: Readonly<Record<Column, number>>,
): Record<Column, string> {
  const cell = (column: Column): string => (cells[places[column]] ?? '').trim()
  return {
    name: cell('name'),
    form: cell('form'),
    section: cell('section'),
    type: cell('type').toLowerCase(),
    label: cell('label'),
    choices: cell('choices'),
    validation: cell('validation').toLowerCase(),
    minimum: cell('minimum'),
    maximum: cell('maximum'),
    branching: cell('branching'),
    annotation: cell('annotation'),
  }
}
