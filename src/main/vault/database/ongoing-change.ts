import type Database from 'better-sqlite3'
import { AppError } from '#shared/contract/result.ts'
import { noteOwnChange } from './file-watch.ts'

/** A change that is made in slices, between which the process answers other requests. */
interface OngoingChange {
  isInSlice: boolean
  isOver: boolean
  readonly over: PromiseWithResolvers<void>
}

const ongoing = new WeakMap<Database.Database, OngoingChange>()

/** Resolves once the long change of a database is over; null if there is none. */
export function longChangeOver(db: Database.Database): Promise<void> | null {
  return ongoing.get(db)?.over.promise ?? null
}

/** Throws `import-running` for a change that would get into the transaction of a long one. */
export function assertNotBetweenSlices(db: Database.Database): void {
  if (ongoing.get(db)?.isInSlice === false) throw new AppError('import-running')
}

/** Notes that a long change begins. */
export function beginLongChange(db: Database.Database): OngoingChange {
  const begun = { isInSlice: false, isOver: false, over: Promise.withResolvers<void>() }
  ongoing.set(db, begun)
  return begun
}

/** Ends a long change. What it has written and not committed is rolled back. */
export function endLongChange(db: Database.Database, change: OngoingChange): void {
  if (change.isOver) return
  change.isOver = true
  ongoing.delete(db)
  try {
    if (db.open && db.inTransaction) db.exec('ROLLBACK')
    if (db.open) repairByReading(db)
  } finally {
    noteOwnChange(db)
    change.over.resolve()
  }
}

/**
 * After a failed write SQLite repairs the file only at the next read. This reads immediately: a later repair would look
 * like another program's change.
 */
export function repairByReading(db: Database.Database): void {
  try {
    db.prepare('SELECT sequence FROM vault_meta WHERE id = 1').get()
  } catch {
    // The next read reports the failure.
  }
}

/** Rolls back the long change of a database at once, if there is one. It fails with `reading-cancelled`. */
export function giveUpLongChange(db: Database.Database): void {
  const change = ongoing.get(db)
  if (change !== undefined) endLongChange(db, change)
}
