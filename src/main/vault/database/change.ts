import type Database from 'better-sqlite3'
import { withStorageFailures } from './sqlite-failure.ts'

/** Runs a change of the vault as one transaction and counts it; after a failure nothing of it is there. */
export function change<T>(db: Database.Database, action: () => T): T {
  return withStorageFailures(() =>
    db
      .transaction(() => {
        const result = action()
        db.prepare('UPDATE vault_meta SET sequence = sequence + 1 WHERE id = 1').run()
        return result
      })
      .immediate(),
  )
}

/** How many changes the database has seen since it was made. */
export function sequenceOf(db: Database.Database): number {
  const found = db.prepare('SELECT sequence FROM vault_meta WHERE id = 1').pluck().get()
  return typeof found === 'number' ? found : 0
}
