/** What a cell of a table holds; null is an empty cell. */
export type CsvCell = string | number | null

/**
 * Cells that begin with one of these are run as formulas by spreadsheet programs, the wide forms of some of them by
 * programs for East Asian text.
 */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/

/**
 * A table as CSV (RFC 4180): quoted cells, CRLF, and a byte order mark so that spreadsheets read it as UTF-8.
 *
 * Text that a spreadsheet would run as a formula gets an apostrophe before it. Numbers stay what they are.
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
