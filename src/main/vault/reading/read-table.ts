import Papa from 'papaparse'
import { delimiters, importLimits, type Delimiter } from '#shared/imports/how-to-read.ts'
import type { FileRefusal } from '#shared/imports/import-problem.ts'

/** Rows between two reports of how far the reading is. */
const rowsBetweenReports = 2_000

/** What is looked at to find out what parts the cells. */
const rowsToGuessBy = 20

/**
 * The mark between the cells that most likely makes a table of a text: its quotes begin and end, and most rows have the
 * same number of cells, of which there are several.
 */
function guessDelimiter(text: string): Delimiter {
  const tried = delimiters.flatMap((delimiter) => {
    const { data, errors } = Papa.parse<string[]>(text, { delimiter, preview: rowsToGuessBy })
    if (errors.some(({ type }) => type === 'Quotes')) return []
    const filled = data.filter((cells) => cells.some((cell) => cell.trim() !== ''))
    const rowsByWidth = Map.groupBy(
      filled.filter(({ length }) => length > 1),
      ({ length }) => length,
    )
    return [...rowsByWidth].map(([width, { length }]) => ({
      delimiter,
      width,
      share: length / filled.length,
    }))
  })
  const [best] = tried.toSorted((one, other) => other.share - one.share || other.width - one.width)
  return best?.delimiter ?? ','
}

const refuse = (code: FileRefusal['code'], row: number | null = null): FileRefusal => ({ code, row })

/** Says which other kind of file a text is the beginning of. */
function otherKind(text: string): FileRefusal | null {
  if (text.trim() === '') return refuse('empty')
  if (text.startsWith('PK\u0003\u0004') || text.startsWith('\u00d0\u00cf\u0011\u00e0')) return refuse('excel')
  if (text.startsWith('$FL2') || text.startsWith('$FL3')) return refuse('spss')
  return text.includes('\0') ? refuse('not-text') : null
}

/**
 * Reads a table row by row, with the place of each row counted from 1, as spreadsheets count them. Without a delimiter it
 * finds one, which is the answer. Gives the reason instead if the text is no table that can be trusted.
 */
export function readTable(
  text: string,
  given: Delimiter | null,
  begin: (delimiter: Delimiter) => (row: number, cells: readonly string[]) => void,
  onShare: (share: number) => void = () => undefined,
): FileRefusal | null {
  const other = otherKind(text)
  if (other !== null) return other
  const delimiter = given ?? guessDelimiter(text)
  const take = begin(delimiter)
  let row = 0
  const found: { refusal: FileRefusal | null } = { refusal: null }
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data, errors, meta }, parser) => {
      row += 1
      if (row % rowsBetweenReports === 0) onShare(Math.min(1, meta.cursor / text.length))
      if (errors.some(({ type }) => type === 'Quotes')) found.refusal = refuse('open-quote', row)
      else if (data.length > importLimits.columns) found.refusal = refuse('too-many-columns', row)
      else if (row > importLimits.rows + 50) found.refusal = refuse('too-many-rows')
      else return take(row, data)
      parser.abort()
    },
  })
  return found.refusal
}
