import { closeSync, openSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { migrate, migrations } from './migrations/migrations.ts'
import { openDatabase, rawKey } from './open-database.ts'

/**
 * Writes a whole copy of an open database to a new file, encrypted under the same key. `backup()` can't copy an
 * encrypted database, and `serialize()` would give it in plain text.
 */
export function copyDatabase(db: Database.Database, file: string): void {
  // SQLite writes into an existing empty file. Creating it here makes it readable only by its owner from the start.
  closeSync(openSync(file, 'wx', 0o600))
  db.prepare('VACUUM INTO ?').run(file)
}

/**
 * Encrypts a database under another key. An interruption ruins the file, so only use this on a database that is not in
 * use yet.
 */
export function rekeyDatabase(file: string, from: Uint8Array, to: Uint8Array): void {
  const db = openDatabase(file, from)
  const raw = rawKey(to)
  try {
    db.rekey(raw)
  } finally {
    raw.fill(0)
    db.close()
  }
}

/** Migrates a database that is not in use yet to the current schema. */
export function migrateDatabase(file: string, key: Uint8Array): void {
  const db = openDatabase(file, key)
  try {
    migrate(db, migrations)
  } finally {
    db.close()
  }
}

/** The number of rows in each table, by name. Excludes SQLite's own tables and the words of a text index. */
export function countRows(db: Database.Database): Record<string, number> {
  const names = db
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all()
    .map(String)
  return Object.fromEntries(
    names.map((name) => [
      name,
      Number(
        db
          .prepare(`SELECT count(*) FROM "${name.replaceAll('"', '""')}"`)
          .pluck()
          .get(),
      ),
    ]),
  )
}

/** Throws if a counted table is missing or holds fewer rows than before. */
export function assertNothingLost(before: Readonly<Record<string, number>>, db: Database.Database): void {
  const after = countRows(db)
  for (const [name, rows] of Object.entries(before))
    if ((after[name] ?? 0) < rows) throw new Error(`rows of ${name} are missing in the new database`)
}
