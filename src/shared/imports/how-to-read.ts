import { z } from 'zod'

/** How much one file of ratings may hold. */
export const importLimits = {
  bytes: 20_000_000,
  rows: 100_000,
  columns: 1_000,
  /** Questionnaires that one import brings from a table. */
  questionnaires: 8,
  /** Problems that are listed one by one. */
  problems: 100,
} as const

/** What can stand between two cells. */
export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]
export const decimalMarks = ['point', 'comma', 'both'] as const
export const dateOrders = ['day-first', 'month-first'] as const
export type DateOrder = (typeof dateOrders)[number]

/** Where a table begins: what parts its cells, and the row with the names of the columns, counted from 1. */
export const tablePlaceSchema = z.strictObject({
  delimiter: z.enum(delimiters),
  header: z.int().min(1).max(50),
})
export type TablePlace = z.output<typeof tablePlaceSchema>

/** How the cells of a table are read. */
export const howToReadSchema = tablePlaceSchema.extend({
  decimal: z.enum(decimalMarks),
  /** Of dates such as 03/04/2026; null if the table has none, or nobody has decided yet. */
  dateOrder: z.enum(dateOrders).nullable(),
  /** Texts that stand for a missing value, as an empty cell does. */
  missing: z.array(z.string().min(1).max(20)).max(40),
})
export type HowToRead = z.output<typeof howToReadSchema>

/** Texts that programs write for a missing value. */
export const knownMissing = [
  'NA',
  'N/A',
  'n/a',
  'NaN',
  'nan',
  'NULL',
  '#NULL!',
  '#N/A',
  '.',
  '-',
  '-9',
  '-99',
  '-999',
  '-77',
  '-88',
  '-98',
  '99',
  '999',
] as const

/** Whether a text is more often a missing value than an answer, so that it is taken for one unless the user says no. */
export function isUsuallyMissing(code: string): boolean {
  return code !== '99' && code !== '999'
}
