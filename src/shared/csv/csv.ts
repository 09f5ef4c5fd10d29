/** The value of a table cell; null is an empty cell. */
export type CsvCell = string | number | null

/**
 * Spreadsheet programs run cells that begin with one of these as formulas; programs for East Asian text also those
 * with the wide forms.
 */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/

/**
 * A table as CSV (RFC 4180): quoted cells, CRLF, and a byte order mark so that spreadsheets read it as UTF-8.
 *
 * Text that a spreadsheet would run as a formula gets an apostrophe before it. Numbers stay unchanged.
 */
export function toCsv(header: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  const lines = [header.map(cellText).join(',')]
  for (const row of rows) lines.push(row.map(cellText).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function cellText(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  const harmless = formulaStart.test(cell) ? `'${cell}` : cell
  return `"${harmless.replaceAll('"', '""')}"`
}
