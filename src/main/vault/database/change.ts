import type Database from 'better-sqlite3'
import { assertFileUnchanged, noteOwnChange } from './file-watch.ts'
import { withStorageFailures } from '../files/sqlite-failure.ts'

/**
 * Runs a change of the vault as one transaction and counts it; after a failure nothing of it is there. Refused where
 * another program has changed the file underneath.
 */
export function change<T>(db: Database.Database, action: () => T): T {
  return changeUncounted(db, () => {
    const result = action()
    db.prepare('UPDATE vault_meta SET sequence = sequence + 1 WHERE id = 1').run()
    return result
  })
}

/** As `change`, for what can be made again from the rest and makes no vault newer than another, such as an index. */
export function changeUncounted<T>(db: Database.Database, action: () => T): T {
  return withStorageFailures(() => {
    // Inside a change, the file may already hold a part of that change.
    if (db.inTransaction) return db.transaction(action)()
    assertFileUnchanged(db)
    try {
      return db.transaction(action).immediate()
    } catch (cause) {
      undoNow(db)
      throw cause
    } finally {
      noteOwnChange(db)
    }
  })
}

/**
 * After a failed write SQLite puts the file back only at the next reading. It is made to do so at once: later, its
 * own repair would look like another program's change.
 */
function undoNow(db: Database.Database): void {
  try {
    db.prepare('SELECT sequence FROM vault_meta WHERE id = 1').get()
  } catch {
    // Whoever reads next is told.
  }
}

/** How many changes the database has seen since it was made. */
export function sequenceOf(db: Database.Database): number {
  const found = db.prepare('SELECT sequence FROM vault_meta WHERE id = 1').pluck().get()
  return typeof found === 'number' ? found : 0
}
