import { z } from 'zod'

// Remembered, because thousands of rows have the same columns.
const fields = new Map<string, string>()

/** The field for a column: `startedOn` for `started_on`. */
export function fieldOf(column: string): string {
  const field =
    fields.get(column) ?? column.replaceAll(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase())
  fields.set(column, field)
  return field
}

/** Reads a row of a table: each column becomes a field of the record, and the record's schema checks the values. */
export function rowOf<T extends z.ZodType>(record: T) {
  return z.preprocess(renamed, record)
}

function renamed(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row
  const fields: Record<string, unknown> = {}
  for (const [column, value] of Object.entries(row)) fields[fieldOf(column)] = value
  return fields
}

/** A column that holds JSON text, parsed and checked. */
export function jsonColumn<T extends z.ZodType>(value: T) {
  return z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(value)
}

/** A column that holds 1 for yes and 0 for no. */
export const flagColumn = z.int().transform((flag) => flag === 1)
