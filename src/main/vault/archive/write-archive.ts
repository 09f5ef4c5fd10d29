import type Database from 'better-sqlite3'
import { z } from 'zod'
import { archiveVersion } from '#shared/archive/archive.ts'
import { sequenceOf } from '../database/change.ts'
import { fieldOf } from '../records/stored-row.ts'
import { archivedTables, type ArchivedTable } from './archived-tables.ts'

const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null(), z.instanceof(Uint8Array)]))
type Row = z.output<typeof rowSchema>

/**
 * Writes the whole vault as one JSON document, a record on each line. Reads in one transaction, so the archive is
 * consistent.
 */
export function writeArchive(db: Database.Database, moment: { now: Date; zone: string }): string {
  const head = {
    format: 'attune-archive',
    version: archiveVersion,
    createdAt: moment.now.toISOString(),
    zone: moment.zone,
    schemaVersion: Number(db.pragma('user_version', { simple: true })),
    sequence: sequenceOf(db),
  }
  return db.transaction(() => {
    const values = Object.entries(head).map(
      ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
    )
    const lists = Object.entries(archivedTables).map(([name, archived]) => {
      const lines = recordsOf(db, archived).map((record) => JSON.stringify(record))
      return `${JSON.stringify(name)}:[${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n`}]`
    })
    return `{\n${[...values, ...lists].join(',\n')}\n}\n`
  })()
}

/** Reads a table's rows as archive records. With a condition (and its one parameter), reads only matching rows. */
export function recordsOf(
  db: Database.Database,
  { table, order, without, only, json = [], derived = [], personal = [] }: ArchivedTable,
  some?: { readonly condition: string; readonly parameter: string },
): Record<string, unknown>[] {
  const where = some === undefined ? '' : `WHERE ${some.condition}`
  const rows = db
    .prepare(`SELECT * FROM "${table}" ${where} ORDER BY ${order}`)
    .all(...(some === undefined ? [] : [some.parameter]))
  const found = only && db.prepare(only.found)
  return rows
    .map((row) => rowSchema.parse(row))
    .filter((row) => only === undefined || found?.get(row[only.by]) !== undefined)
    .filter((row) => !without?.values.some((value) => row[without.column] === value))
    .map((row) => recordOf(row, json, [...derived, ...personal]))
}

function recordOf(row: Row, json: readonly string[], leftOut: readonly string[]): Record<string, unknown> {
  const columns = Object.entries(row).filter(([column]) => !leftOut.includes(column))
  return Object.fromEntries(
    columns.map(([column, value]) => [fieldOf(column), valueOf(column, value, json.includes(column))]),
  )
}

function valueOf(column: string, value: Row[string], isJson: boolean): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  if (isJson && typeof value === 'string') return JSON.parse(value)
  return column.startsWith('is_') ? value === 1 : value
}
