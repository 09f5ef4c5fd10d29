import { z } from 'zod'
import { readCsv } from '../../csv/read-csv.ts'
import { refused, type Refused } from './ratings-read.ts'

/** A number as Attune writes it into a cell. */
export const numberText = z
  .string()
  .regex(/^-?\d+(\.\d+)?(e[+-]?\d+)?$/)
  .transform(Number)

/** Whether a client is fictional, as Attune writes it into a cell. */
export const flagText = z.enum(['0', '1']).transform((flag) => flag === '1')

/** Ends the reading of a table that does not hold together. */
export class Refusal extends Error {
  readonly read: Refused
  constructor(read: Refused) {
    super('the table is refused')
    this.read = read
  }
}

/** Whether these are the columns of one of some tables. */
export function isOneOf(headers: readonly (readonly string[])[], cells: readonly unknown[]): boolean {
  return headers.some((header) => JSON.stringify(header) === JSON.stringify(cells))
}

/** What reading gives, or the refusal that ended it. */
export function orRefused<T>(read: () => T): T | Refused {
  try {
    return read()
  } catch (cause) {
    if (cause instanceof Refusal) return cause.read
    throw cause
  }
}

/**
 * The rows of a table that has the columns of one of `headers`, each with its number as spreadsheets count: the names of
 * the columns are row 1. Throws a `Refusal`.
 */
export function* rowsOf<Schema extends z.ZodType>(
  text: string,
  headers: readonly (readonly string[])[],
  schema: Schema,
): Generator<[row: number, content: z.output<Schema>]> {
  let columns: readonly string[] | undefined
  let at = 0
  for (const row of readCsv(text)) {
    if (row === null) throw new Refusal(refused(columns === undefined ? 'not-ratings' : 'damaged'))
    at += 1
    const { cells } = row
    if (columns === undefined) {
      columns = headers.find((header) => isOneOf([header], cells))
      if (columns === undefined) throw new Refusal(refused('not-ratings'))
      continue
    }
    const parsed = schema.safeParse(
      Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? null])),
    )
    if (!parsed.success || cells.length !== columns.length) throw new Refusal(refused('unreadable-row', at))
    yield [at, parsed.data]
  }
  if (columns === undefined) throw new Refusal(refused('not-ratings'))
}
