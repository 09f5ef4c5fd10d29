import { longColumnLabels, sessionColumnLabels, variableLabel, variableLabels } from '../describe-variable.ts'
import { sessionColumns } from '../exported-ratings.ts'
import { longColumns, longTableName } from '../long-table.ts'
import { wideTableName } from '../wide-table.ts'
import type { MissingCodes, WideVariable } from '../wide-variables.ts'
import { cutToBytes } from './cut-to-bytes.ts'

const longestLabelBytes = 256
const longestValueLabelBytes = 120

/** The formats in which SPSS reads the first columns. It cuts longer texts; a code of 40 letters can take 121 bytes. */
const sessionFormats = {
  client: 'A124',
  fictional: 'F1',
  session: 'F6',
  date: 'SDATE10',
  status: 'A32',
  modality: 'A16',
  minutes: 'F4',
} as const satisfies Record<(typeof sessionColumns)[number], string>

/** The formats of the long table. Instants stay text, as they are written. */
const longFormats = {
  ...sessionFormats,
  kind: 'A8',
  rater: 'A16',
  occasion: 'A8',
  instrument: 'A64',
  version: 'F6',
  recorded_at: 'A32',
  from_paper_at: 'A32',
  id: 'A64',
  value: 'F12.4',
  state: 'A16',
  reason: 'A16',
  items_answered: 'F6',
  items: 'F6',
} as const satisfies Record<(typeof longColumns)[number], string>

type Column = readonly [name: string, format: string]

/**
 * SPSS syntax that reads the wide and the long table, each as a dataset, with the words of every column and number and
 * with the missing values. It uses nothing that PSPP lacks: PSPP has no `CHAR.SUBSTR`.
 */
export function spssScript(variables: readonly WideVariable[], codes: MissingCodes): string {
  const missing = `(${codes.notAnswered}, ${codes.notAsked}, ${codes.missed})`
  const lines = [
    '* Encoding: UTF-8.',
    '* Reads the tables of an export from Attune. Run it in the folder with the tables.',
    'SET DECIMAL=DOT.',
    ...readTable(
      longTableName,
      longColumns.map((column): Column => [column, longFormats[column]]),
    ),
    ...longColumns.map((column) => variableLabelLine(column, longColumnLabels[column])),
    'EXECUTE.',
    'DATASET COPY long.',
    ...readTable(wideTableName, [
      ...sessionColumns.map((column): Column => [column, sessionFormats[column]]),
      ...variables.map(({ name }): Column => [name, 'F12.4']),
    ]),
    ...sessionColumns.map((column) => variableLabelLine(column, sessionColumnLabels[column])),
    ...variables.flatMap((variable) => [
      variableLabelLine(variable.name, variableLabel(variable)),
      `VALUE LABELS ${variable.name}`,
      ...variableLabels(variable, codes).map(
        ({ value, text }) => `  ${value} ${quoted(cutToBytes(text, longestValueLabelBytes))}`,
      ),
      '  .',
      `MISSING VALUES ${variable.name} ${missing}.`,
    ]),
    'DATASET NAME ratings.',
    'EXECUTE.',
  ]
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/** Reads one table, with its codes as they are in Attune. */
function readTable(name: string, columns: readonly Column[]): string[] {
  return [
    'GET DATA',
    '  /TYPE=TXT',
    `  /FILE=${quoted(name)}`,
    "  /ENCODING='UTF8'",
    '  /DELCASE=LINE',
    '  /DELIMITERS=","',
    `  /QUALIFIER='"'`,
    '  /ARRANGEMENT=DELIMITED',
    '  /FIRSTCASE=2',
    '  /VARIABLES=',
    ...columns.map(([column, format]) => `    ${column} ${format}`),
    '  .',
    'CACHE.',
    'EXECUTE.',
    '* A code that a spreadsheet would run as a formula has an apostrophe before it in the table.',
    `IF (SUBSTR(client, 1, 1) = '''' AND (${formulaStarts.join(' OR ')})) client = SUBSTR(client, 2).`,
  ]
}

/** Whether a code begins with such a sign after its apostrophes. Counts bytes, so the place of each sign is the first. */
const formulaStarts = ['=', '+', '-', '@', '＝', '＋', '－', '＠'].map(
  (sign) => `INDEX(LTRIM(client, ''''), '${sign}') = 1`,
)

function variableLabelLine(name: string, label: string): string {
  return `VARIABLE LABELS ${name} ${quoted(cutToBytes(label, longestLabelBytes))}.`
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
