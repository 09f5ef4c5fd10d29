import { withoutDefusing } from './csv.ts'

/** A row of a table as it was read, with the line of the file on which it begins. */
export interface CsvRow {
  readonly line: number
  /** A quoted cell as text, without the apostrophe that `toCsv` adds; an empty cell as null. */
  readonly cells: readonly (string | null)[]
}

/**
 * Reads CSV as RFC 4180 describes it, row by row: the reverse of `toCsv`. Also takes LF alone as the end of a line, and
 * a file without a byte order mark.
 *
 * The separator of cells may be another one, as spreadsheets write it where a comma is part of numbers. Returns null in place of the rest if a quoted cell does not end, or goes on after its closing quote.
 */
export function* readCsv(text: string, separator: CsvSeparator = ','): Generator<CsvRow | null> {
  let at = text.startsWith('\uFEFF') ? 1 : 0
  let line = 1
  while (at < text.length) {
    const cells: (string | null)[] = []
    const begins = line
    for (;;) {
      const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, cellEnds[separator])
      if (cell === null) return yield null
      cells.push(cell.value)
      line += cell.breaks
      at = cell.end
      if (text[at] !== separator) break
      at += 1
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 2
    else if (text[at] === '\n') at += 1
    else if (at < text.length) return yield null
    line += 1
    yield { line: begins, cells }
  }
}

interface ReadCell {
  readonly value: string | null
  readonly end: number
  /** How many lines the cell itself holds beyond its first. */
  readonly breaks: number
}

function quotedCell(text: string, start: number): ReadCell | null {
  let end = start + 1
  for (;;) {
    end = text.indexOf('"', end)
    if (end === -1) return null
    if (text[end + 1] !== '"') break
    end += 2
  }
  const content = text.slice(start + 1, end).replaceAll('""', '"')
  return { value: withoutDefusing(content), end: end + 1, breaks: content.split('\n').length - 1 }
}

const cellEnds = { ',': /[,\n]|\r\n/g, ';': /[;\n]|\r\n/g, '\t': /[\t\n]|\r\n/g } as const
/** What can stand between two cells. */
export type CsvSeparator = keyof typeof cellEnds

function plainCell(text: string, start: number, cellEnd: RegExp): ReadCell {
  cellEnd.lastIndex = start
  const end = cellEnd.exec(text)?.index ?? text.length
  const content = text.slice(start, end)
  return { value: content === '' ? null : content, end, breaks: 0 }
}
