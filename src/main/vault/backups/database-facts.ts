import type Database from 'better-sqlite3'
import { AppError } from '#shared/contract/result.ts'
import { sequenceOf } from '../database/change.ts'
import type { BackupFacts } from './container-head.ts'

/** The facts a copy is checked against, read at the moment of the copy. */
export interface DatabaseFacts extends BackupFacts {
  readonly sequence: number
  readonly schemaVersion: number
}

/** Counts a database's rows by its own tables. Skips search indexes, because they are built from these. */
export function readFacts(db: Database.Database): DatabaseFacts {
  const rows = Object.fromEntries(tablesOf(db).map((table) => [table, countOf(db, table)]))
  const newest: unknown = db.prepare(`SELECT max(date) FROM sessions WHERE status = 'held'`).pluck().get()
  return {
    sequence: sequenceOf(db),
    schemaVersion: Number(db.pragma('user_version', { simple: true })),
    clients: rows['clients'] ?? 0,
    sessions: rows['sessions'] ?? 0,
    newestSessionOn: typeof newest === 'string' ? newest : null,
    rows,
  }
}

/** The names of a database's own tables, without views, search indexes and SQLite's own tables. */
export function tablesOf(db: Database.Database): string[] {
  const listed = db
    .prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name`)
    .pluck()
    .all()
  return listed.map(String).filter((name) => !name.startsWith('sqlite_'))
}

function countOf(db: Database.Database, table: string): number {
  return Number(
    db
      .prepare(`SELECT count(*) FROM "${table.replaceAll('"', '""')}"`)
      .pluck()
      .get(),
  )
}

/** Throws `backup-damaged` unless the whole database is sound. Reads all of it. */
export function assertIntact(db: Database.Database): void {
  const found: unknown = db.pragma('integrity_check(1)', { simple: true })
  if (found !== 'ok') throw new AppError('backup-damaged')
}

/** Whether two databases have the same number of rows everywhere, and the same count of changes. */
export function isSameContent(a: DatabaseFacts, b: DatabaseFacts): boolean {
  const tables = Object.keys(a.rows)
  return (
    a.sequence === b.sequence &&
    a.schemaVersion === b.schemaVersion &&
    tables.length === Object.keys(b.rows).length &&
    tables.every((table) => a.rows[table] === b.rows[table])
  )
}
