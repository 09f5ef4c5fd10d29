import type Database from 'better-sqlite3'
import { AppError } from '#shared/contract/result.ts'
import { assertFileUnchanged, noteOwnChange } from './file-watch.ts'
import { assertNotBetweenSlices, repairByReading } from './ongoing-change.ts'
import { withStorageFailures } from '../files/sqlite-failure.ts'

/** The databases that take no change because another one is about to replace them. */
const held = new WeakSet<Database.Database>()

/** The databases that take no change before the user has accepted their state. */
const unaccepted = new WeakSet<Database.Database>()

/** What must succeed before the first change of a database. */
const beforeFirst = new WeakMap<Database.Database, () => void>()

/**
 * Refuses every change of a database with `vault-being-replaced` until `allowChanges`. Reading goes on. Throws
 * `import-running` while a long change is under way.
 */
export function holdChanges(db: Database.Database): void {
  assertNotBetweenSlices(db)
  held.add(db)
}

/** Ends `holdChanges`. */
export function allowChanges(db: Database.Database): void {
  held.delete(db)
}

/** Lets SQLite itself refuse every change of a database, and `change` with `read-only`, until `endReadingOnlyBy`. */
export function beginReadingOnly(db: Database.Database): void {
  unaccepted.add(db)
  db.pragma('query_only = ON')
}

/** Ends `beginReadingOnly` by a counted change. If the change fails, every further one is refused as before. */
export function endReadingOnlyBy(db: Database.Database, action: () => void): void {
  db.pragma('query_only = OFF')
  unaccepted.delete(db)
  try {
    change(db, action)
  } catch (cause) {
    beginReadingOnly(db)
    throw cause
  }
}

/** Throws `vault-being-replaced` or `read-only` while the database takes no change. */
export function assertChangesAllowed(db: Database.Database): void {
  if (held.has(db)) throw new AppError('vault-being-replaced')
  if (unaccepted.has(db)) throw new AppError('read-only')
}

/** Calls `action` once before the first change of a database. If it throws, the change fails and the next one tries again. */
export function beforeFirstChange(db: Database.Database, action: () => void): void {
  beforeFirst.set(db, action)
}

/** Must come before everything that writes to a database. Throws if it may not be changed now. */
export function readyForChange(db: Database.Database): void {
  assertChangesAllowed(db)
  assertFileUnchanged(db)
  beforeFirst.get(db)?.()
  beforeFirst.delete(db)
}

/**
 * Runs a change of the vault in one transaction and counts it. A failure rolls everything back. Throws if another
 * program has changed the file, or if changes are held.
 */
export function change<T>(db: Database.Database, action: () => T): T {
  return changeUncounted(db, () => {
    const result = action()
    countChange(db)
    return result
  })
}

/** Counts a change, in its transaction. */
export function countChange(db: Database.Database): void {
  db.prepare('UPDATE vault_meta SET sequence = sequence + 1 WHERE id = 1').run()
}

/** Like `change`, for data that can be rebuilt and makes no vault newer than another, such as an index. */
export function changeUncounted<T>(db: Database.Database, action: () => T): T {
  return withStorageFailures(() => {
    assertNotBetweenSlices(db)
    // Inside a change, the file may already hold a part of that change.
    if (db.inTransaction) return db.transaction(action)()
    readyForChange(db)
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

/** The number of changes since the database was made. */
export function sequenceOf(db: Database.Database): number {
  const found = db.prepare('SELECT sequence FROM vault_meta WHERE id = 1').pluck().get()
  return typeof found === 'number' ? found : 0
}
