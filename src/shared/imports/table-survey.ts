import { z } from 'zod'
import {
  delimiters,
  decimalMarks,
  importLimits,
  isUsuallyMissing,
  knownMissing,
  type Delimiter,
} from './how-to-read.ts'
import { orderOfDate } from './read-cell.ts'

const count = z.int().min(0)
const longestShown = 60
const mostShown = 300
/** Values of all columns together that a survey keeps. */
const mostKept = 20_000
/** The names of the columns are looked for in this many rows. */
const rowsAbove = 20

const columnSurveySchema = z.strictObject({
  name: z.string(),
  /** Cells that are not empty. */
  filled: count,
  /** The different texts in the order in which they come, cut if they are long. */
  values: z.array(z.strictObject({ text: z.string(), count })),
  /** Whether there are more different texts than are kept. */
  hasMore: z.boolean(),
  dates: z.strictObject({ 'year-first': count, 'day-first': count, 'month-first': count, open: count }),
})
export type ColumnSurvey = z.output<typeof columnSurveySchema>

/** What was found in a table, so that the user can say what its columns hold. */
export const tableSurveySchema = z.strictObject({
  delimiter: z.enum(delimiters),
  header: z.int().min(1),
  /** Rows below the names of the columns that are not empty. */
  rows: count,
  columns: z.array(columnSurveySchema).max(importLimits.columns),
  /** Texts that can stand for a missing value, and whether they usually do. */
  missing: z.array(z.strictObject({ code: z.string(), count, isUsual: z.boolean() })),
  /** The marks that its numbers have. */
  decimal: z.enum(decimalMarks),
})
export type TableSurvey = z.output<typeof tableSurveySchema>

interface ColumnTally {
  readonly name: string
  filled: number
  readonly values: Map<string, number>
  hasMore: boolean
  readonly dates: ColumnSurvey['dates']
}

/** A text as a survey names it: cut if it is long. */
export function asShown(text: string): string {
  return text.slice(0, longestShown)
}

const isEmptyRow = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')
const decimals = { point: /^[+-]?\d+\.\d+$/, comma: /^[+-]?\d+,\d+$/ } as const

/** Looks at a table row by row. `header` is the row with the names of the columns, or null to find it. */
export function createTableSurvey(delimiter: Delimiter, header: number | null) {
  const above: (readonly string[])[] = []
  let tallies: ColumnTally[] | null = null
  let headerRow = 1
  let rows = 0
  const missing = new Map<string, number>()
  const marks = { point: 0, comma: 0 }

  const count = (cells: readonly string[]): void => {
    if (tallies === null || isEmptyRow(cells)) return
    rows += 1
    const mostOfColumn = Math.min(mostShown, Math.floor(mostKept / Math.max(1, tallies.length)))
    for (const [at, column] of tallies.entries()) {
      const text = (cells[at] ?? '').trim()
      if (text === '') continue
      column.filled += 1
      if (knownMissing.some((code) => code === text)) missing.set(text, (missing.get(text) ?? 0) + 1)
      if (decimals.point.test(text)) marks.point += 1
      if (decimals.comma.test(text)) marks.comma += 1
      const order = orderOfDate(text)
      if (order !== null) column.dates[order] += 1
      const shown = asShown(text)
      const known = column.values.get(shown)
      if (known !== undefined || column.values.size < mostOfColumn) column.values.set(shown, (known ?? 0) + 1)
      else column.hasMore = true
    }
  }

  const begin = (): void => {
    headerRow = header ?? likelyHeader(above)
    const names = above[headerRow - 1] ?? []
    const below = above.slice(headerRow)
    const width = [names, ...below].reduce((most, cells) => Math.max(most, cells.length), 0)
    tallies = Array.from({ length: width }, (_, at) => ({
      name: (names[at] ?? '').trim().slice(0, longestShown),
      filled: 0,
      values: new Map(),
      hasMore: false,
      dates: { 'year-first': 0, 'day-first': 0, 'month-first': 0, open: 0 },
    }))
    below.forEach(count)
  }

  return {
    take: (cells: readonly string[]): void => {
      if (tallies !== null) return count(cells)
      above.push(cells)
      if (above.length >= Math.max(rowsAbove, header ?? 0)) begin()
    },
    finish: (): TableSurvey => {
      if (tallies === null) begin()
      return {
        delimiter,
        header: headerRow,
        rows,
        columns: (tallies ?? []).map(({ values, ...column }) => ({
          ...column,
          values: [...values].map(([text, count]) => ({ text, count })),
        })),
        missing: [...missing].map(([code, count]) => ({ code, count, isUsual: isUsuallyMissing(code) })),
        decimal: marks.comma === 0 ? 'point' : marks.point === 0 ? 'comma' : 'both',
      }
    },
  }
}

/** The first row with about as many texts as the fullest one: what is above it is a title. */
function likelyHeader(above: readonly (readonly string[])[]): number {
  const filled = above.map((cells) => cells.filter((cell) => cell.trim() !== '').length)
  const most = Math.max(0, ...filled)
  // R leaves the name of its column of row numbers empty.
  const fewest = most > 2 ? most - 1 : most
  return Math.max(1, filled.findIndex((each) => each >= fewest && each > 0) + 1)
}

/** The names that several columns have. */
export function repeatedNames({ columns }: Pick<TableSurvey, 'columns'>): string[] {
  const names = columns.map(({ name }) => name).filter((name) => name !== '')
  return [...new Set(names.filter((name, at) => names.indexOf(name) < at))]
}
