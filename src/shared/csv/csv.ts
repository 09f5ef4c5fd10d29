/** The value of a table cell; null is an empty cell. */
export type CsvCell = string | number | null

/**
 * Spreadsheet programs run cells that begin with one of these as formulas; programs for East Asian text also those with
 * the wide forms. Where the decimal mark is a comma, Excel parts columns at semicolons and takes no quotes in the middle
 * of a line for quotes, so that a cell also begins after each semicolon and each line break of a text. Text that has
 * apostrophes before it counts too: it gets one more, so that a reader can take away exactly the one that was added.
 */
const beforeFormula = /(?<=^|[;\t\r\n])(?='*[=+\-@＝＋－＠])|^(?='*[\t\r\n])/g
const addedApostrophe = /(?<=^|[;\t\r\n])'(?='*[=+\-@＝＋－＠])|^'(?='*[\t\r\n])/g

/**
 * A table as CSV (RFC 4180): quoted cells, CRLF, and a byte order mark so that spreadsheets read it as UTF-8.
 *
 * Text that a spreadsheet would run as a formula gets an apostrophe before it. Numbers stay unchanged.
 */
export function toCsv(header: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  let text = csvStart(header)
  for (const row of rows) text += csvLine(row)
  return text
}

/** The beginning of a table that is written in parts: the byte order mark and the header. */
export function csvStart(header: readonly string[]): string {
  return `\uFEFF${csvLine(header)}`
}

/** One line of a table that is written in parts. */
export function csvLine(row: readonly CsvCell[]): string {
  return `${row.map(cellText).join(',')}\r\n`
}

function cellText(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  return `"${cell.replaceAll(beforeFormula, "'").replaceAll('"', '""')}"`
}

/** Takes away the apostrophes that `toCsv` puts before formulas. */
export function withoutDefusing(cell: string): string {
  return cell.replaceAll(addedApostrophe, '')
}
