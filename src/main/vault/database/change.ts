import type Database from 'better-sqlite3'
import { AppError } from '#shared/contract/result.ts'
import { assertFileUnchanged, noteOwnChange } from './file-watch.ts'
import { withStorageFailures } from '../files/sqlite-failure.ts'

/** The databases that take no change because another one is about to replace them. */
const held = new WeakSet<Database.Database>()

/** Refuses every change of a database with `vault-being-replaced` until `allowChanges`. Reading goes on. */
export function holdChanges(db: Database.Database): void {
  held.add(db)
}

/** Ends `holdChanges`. */
export function allowChanges(db: Database.Database): void {
  held.delete(db)
}

/** Throws `vault-being-replaced` while changes of the database are held. */
export function assertChangesAllowed(db: Database.Database): void {
  if (held.has(db)) throw new AppError('vault-being-replaced')
}

/**
 * Runs a change of the vault in one transaction and counts it. A failure rolls everything back. Throws if another
 * program has changed the file, or if changes are held.
 */
export function change<T>(db: Database.Database, action: () => T): T {
  return changeUncounted(db, () => {
    const result = action()
    db.prepare('UPDATE vault_meta SET sequence = sequence + 1 WHERE id = 1').run()
    return result
  })
}

/** Like `change`, for data that can be rebuilt and makes no vault newer than another, such as an index. */
export function changeUncounted<T>(db: Database.Database, action: () => T): T {
  return withStorageFailures(() => {
    // Inside a change, the file may already hold a part of that change.
    if (db.inTransaction) return db.transaction(action)()
    assertChangesAllowed(db)
    assertFileUnchanged(db)
    try {
      return db.transaction(action).immediate()
    } catch (cause) {
      repairByReading(db)
      throw cause
    } finally {
      noteOwnChange(db)
    }
  })
}

/**
 * After a failed write SQLite repairs the file only at the next read. This reads immediately: a later repair would look
 * like another program's change.
 */
function repairByReading(db: Database.Database): void {
  try {
    db.prepare('SELECT sequence FROM vault_meta WHERE id = 1').get()
  } catch {
    // The next read reports the failure.
  }
}

/** The number of changes since the database was made. */
export function sequenceOf(db: Database.Database): number {
  const found = db.prepare('SELECT sequence FROM vault_meta WHERE id = 1').pluck().get()
  return typeof found === 'number' ? found : 0
}
