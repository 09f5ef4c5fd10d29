import Database from 'better-sqlite3'
import { migrate, migrations } from './migrations/migrations.ts'

/** A new, empty database in the current schema, in memory alone: it has no file, and no key. */
export function createDatabaseInMemory(): Database.Database {
  const db = new Database(':memory:')
  // Sorts would otherwise use the system's temporary folder.
  db.pragma('temp_store = MEMORY')
  migrate(db, migrations)
  return db
}
