import { sessionColumnLabels, variableLabel, variableLabels } from '../describe-variable.ts'
import { sessionColumns } from '../exported-ratings.ts'
import { wideTableName } from '../wide-table.ts'
import type { MissingCodes, WideVariable } from '../wide-variables.ts'
import { cutToBytes } from './cut-to-bytes.ts'

const longestLabelBytes = 256
const longestValueLabelBytes = 120

/** The formats in which SPSS reads the first columns; a code of 40 letters can take 121 bytes. */
const sessionFormats = {
  client: 'A124',
  fictional: 'F1',
  session: 'F6',
  date: 'SDATE10',
  status: 'A16',
  modality: 'A16',
  minutes: 'F4',
} as const satisfies Record<(typeof sessionColumns)[number], string>

/** SPSS syntax that reads the wide table, with the words of every column and number and with the missing values. */
export function spssScript(variables: readonly WideVariable[], codes: MissingCodes): string {
  const labels: readonly (readonly [string, string])[] = [
    ...sessionColumns.map((column) => [column, sessionColumnLabels[column]] as const),
    ...variables.map((variable) => [variable.name, variableLabel(variable)] as const),
  ]
  const missing = `(${codes.notAnswered}, ${codes.notAsked}, ${codes.missed})`
  const lines = [
    '* Encoding: UTF-8.',
    '* Reads the wide table of an export from Attune. Run it in the folder with the table.',
    'SET DECIMAL=DOT.',
    'GET DATA',
    '  /TYPE=TXT',
    `  /FILE=${quoted(wideTableName)}`,
    "  /ENCODING='UTF8'",
    '  /DELCASE=LINE',
    '  /DELIMITERS=","',
    `  /QUALIFIER='"'`,
    '  /ARRANGEMENT=DELIMITED',
    '  /FIRSTCASE=2',
    '  /VARIABLES=',
    ...sessionColumns.map((column) => `    ${column} ${sessionFormats[column]}`),
    ...variables.map(({ name }) => `    ${name} F12.4`),
    '  .',
    'CACHE.',
    'EXECUTE.',
    '* A code that a spreadsheet would run as a formula has an apostrophe before it in the table.',
    "IF (CHAR.SUBSTR(client, 1, 1) = '''' AND ANY(CHAR.SUBSTR(LTRIM(client, ''''), 1, 1), " +
      "'=', '+', '-', '@', '＝', '＋', '－', '＠')) client = CHAR.SUBSTR(client, 2).",
    ...labels.map(
      ([name, label]) => `VARIABLE LABELS ${name} ${quoted(cutToBytes(label, longestLabelBytes))}.`,
    ),
    ...variables.flatMap((variable) => [
      `VALUE LABELS ${variable.name}`,
      ...variableLabels(variable, codes).map(
        ({ value, text }) => `  ${value} ${quoted(cutToBytes(text, longestValueLabelBytes))}`,
      ),
      '  .',
      `MISSING VALUES ${variable.name} ${missing}.`,
    ]),
    'EXECUTE.',
  ]
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
