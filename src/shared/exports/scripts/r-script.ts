import { longColumnLabels, sessionColumnLabels, variableLabel, variableLabels } from '../describe-variable.ts'
import { sessionColumns } from '../exported-ratings.ts'
import { longColumns, longTableName } from '../long-table.ts'
import { wideTableName } from '../wide-table.ts'
import type { MissingCodes, WideVariable } from '../wide-variables.ts'

type RClass = 'character' | 'integer' | 'numeric' | 'Date'

/** R classes of the first columns. */
const sessionClasses = {
  client: 'character',
  fictional: 'integer',
  session: 'integer',
  date: 'Date',
  status: 'character',
  modality: 'character',
  minutes: 'integer',
} as const satisfies Record<(typeof sessionColumns)[number], RClass>

/** R classes of the long table. Instants stay text, as they are written. */
const longClasses = {
  ...sessionClasses,
  kind: 'character',
  rater: 'character',
  occasion: 'character',
  instrument: 'character',
  version: 'integer',
  recorded_at: 'character',
  from_paper_at: 'character',
  id: 'character',
  value: 'numeric',
  state: 'character',
  reason: 'character',
  items_answered: 'integer',
  items: 'integer',
} as const satisfies Record<(typeof longColumns)[number], RClass>

/**
 * Reads a table, in any locale: `read.csv` marks the texts as UTF-8 and leaves their bytes as they are, where
 * `fileEncoding` would drop what the locale has no letter for, and all rows after it.
 */
const readTable = [
  'read_table <- function(path, classes) {',
  '  connection <- file(path, "rt")',
  '  on.exit(close(connection))',
  '  # The first line has the names, which are those of the classes, and a byte order mark.',
  '  readLines(connection, 1)',
  '  table <- read.csv(connection, header = FALSE, encoding = "UTF-8", na.strings = "",',
  '    col.names = names(classes), colClasses = unname(classes), check.names = FALSE)',
  '  # A code that a spreadsheet would run as a formula has an apostrophe before it in the table.',
  String.raw`  table$client <- gsub("(?:^|(?<=;))'(?='*[-=+@\uFF1D\uFF0B\uFF0D\uFF20])", "", table$client, perl = TRUE)`,
  '  table',
  '}',
]

/**
 * An R script that reads the wide and the long table with base R alone. Labels are kept as the package haven keeps them;
 * the numbers for missing values become NA, and the wide table as it was read stays beside it.
 */
export function rScript(variables: readonly WideVariable[], codes: MissingCodes): string {
  const describe = (name: string, label: string, labels?: string): string =>
    `describe(${text(name)}, ${text(label)}${labels === undefined ? '' : `, ${labels}`})`
  const lines = [
    '# Reads the tables of an export from Attune. Run it in the folder with the tables.',
    ...readTable,
    ...classesIn('classes', [
      ...sessionColumns.map((column) => [column, sessionClasses[column]] as const),
      ...variables.map(({ name }) => [name, 'numeric'] as const),
    ]),
    `raw <- read_table(${text(wideTableName)}, classes)`,
    'ratings <- raw',
    `missing <- c(${codes.notAnswered}, ${codes.notAsked}, ${codes.missed})`,
    'for (name in setdiff(names(ratings), names(raw)[seq_len(' + String(sessionColumns.length) + ')]))',
    '  ratings[[name]][ratings[[name]] %in% missing] <- NA',
    'describe <- function(name, label, labels = NULL) {',
    '  attr(ratings[[name]], "label") <<- label',
    '  attr(ratings[[name]], "labels") <<- labels',
    '  attr(raw[[name]], "label") <<- label',
    '  attr(raw[[name]], "labels") <<- labels',
    '}',
    ...sessionColumns.map((column) => describe(column, sessionColumnLabels[column])),
    ...variables.map((variable) => {
      const labels = variableLabels(variable, codes)
      const pairs = labels.map(({ value, text: words }) => `${text(words)} = ${value}`)
      return describe(variable.name, variableLabel(variable), `c(${pairs.join(', ')})`)
    }),
    ...classesIn(
      'long_classes',
      longColumns.map((column) => [column, longClasses[column]] as const),
    ),
    `long <- read_table(${text(longTableName)}, long_classes)`,
    ...longColumns.map((column) => `attr(long$${column}, "label") <- ${text(longColumnLabels[column])}`),
  ]
  return `${lines.join('\n')}\n`
}

function classesIn(name: string, classes: readonly (readonly [column: string, of: RClass])[]): string[] {
  return [`${name} <- c(`, classes.map(([column, of]) => `  ${column} = ${text(of)}`).join(',\n'), ')']
}

/** A text as R reads it in any encoding: all but plain ASCII is escaped. */
function text(words: string): string {
  let escaped = ''
  for (const character of words) {
    const point = character.codePointAt(0) ?? 0
    if (character === '\\' || character === '"') escaped += `\\${character}`
    else if (point >= 0x20 && point < 0x7f) escaped += character
    else escaped += `\\U{${point.toString(16)}}`
  }
  return `"${escaped}"`
}
