import { statSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { AppError } from '#shared/contract/result.ts'
import { isMissing } from '../files/is-missing.ts'

/** Identifies each watched file and its last known state. */
const marks = new WeakMap<Database.Database, string>()

/** A text that differs after a change of a file: which file it is, its size and the time of its last change. */
export function markOf(file: string): string {
  try {
    const { dev, ino, size, mtimeNs } = statSync(file, { bigint: true })
    return [dev, ino, size, mtimeNs].join(' ')
  } catch (cause) {
    if (isMissing(cause)) return 'missing'
    throw cause
  }
}

/** Starts watching a database's file, so that changes by other programs can be distinguished from our own. */
export function watchFile(db: Database.Database): void {
  marks.set(db, markOf(db.name))
}

/** Counts our own changes by database, because the file system's clock may be too coarse to distinguish two of them. */
const ownChanges = new WeakMap<Database.Database, number>()

/** Records the state of a watched database's file after a change of our own. */
export function noteOwnChange(db: Database.Database): void {
  ownChanges.set(db, (ownChanges.get(db) ?? 0) + 1)
  if (marks.has(db)) watchFile(db)
}

/** A text that differs after every change of a database's file, by us or by another program. */
export function stateOfFile(db: Database.Database): string {
  return `${ownChanges.get(db) ?? 0} ${markOf(db.name)}`
}

/**
 * Throws `vault-changed-underneath` if the file is not as we left it: a synced folder or a person has replaced, changed
 * or removed it. Writing then would lose our data or corrupt theirs.
 */
export function assertFileUnchanged(db: Database.Database): void {
  const known = marks.get(db)
  if (known !== undefined && known !== markOf(db.name)) throw new AppError('vault-changed-underneath')
}
