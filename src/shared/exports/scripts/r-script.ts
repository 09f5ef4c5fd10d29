import { sessionColumnLabels, variableLabel, variableLabels } from '../describe-variable.ts'
import { sessionColumns } from '../exported-ratings.ts'
import { wideTableName } from '../wide-table.ts'
import type { MissingCodes, WideVariable } from '../wide-variables.ts'

/** R classes of the first columns. */
const sessionClasses = {
  client: 'character',
  fictional: 'integer',
  session: 'integer',
  date: 'Date',
  status: 'character',
  modality: 'character',
  minutes: 'integer',
} as const satisfies Record<(typeof sessionColumns)[number], string>

/**
 * An R script that reads the wide table with base R alone. Labels are kept as the package haven keeps them; the numbers
 * for missing values become NA, and the table as it was read stays beside it.
 */
export function rScript(variables: readonly WideVariable[], codes: MissingCodes): string {
  const describe = (name: string, label: string, labels?: string): string =>
    `describe(${text(name)}, ${text(label)}${labels === undefined ? '' : `, ${labels}`})`
  const lines = [
    '# Reads the wide table of an export from Attune. Run it in the folder with the table.',
    'classes <- c(',
    [
      ...sessionColumns.map((column) => `  ${column} = ${text(sessionClasses[column])}`),
      ...variables.map(({ name }) => `  ${name} = "numeric"`),
    ].join(',\n'),
    ')',
    `raw <- read.csv(${text(wideTableName)}, fileEncoding = "UTF-8-BOM", na.strings = "",`,
    '  check.names = FALSE, colClasses = classes)',
    '# A code that a spreadsheet would run as a formula has an apostrophe before it in the table.',
    String.raw`raw$client <- gsub("(?:^|(?<=;))'(?='*[-=+@\uFF1D\uFF0B\uFF0D\uFF20])", "", raw$client, perl = TRUE)`,
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
  ]
  return `${lines.join('\n')}\n`
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
