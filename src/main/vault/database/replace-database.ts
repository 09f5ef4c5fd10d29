import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { AppError } from '#shared/contract/result.ts'
import { auditEndOf, type AuditEnd } from './audit-end.ts'
import { sequenceOf } from './change.ts'
import { journalOf } from './journal.ts'
import { openDatabase } from './open-database.ts'
import { setAsideLabel, type SetAsideWhy } from './set-aside-name.ts'
import { removeIfThere, renameOver, setAside, syncFile, syncFolder, isThere } from '../files/write-durably.ts'
import { isLeftover } from '../inventory/content-files.ts'

/** What the header records of a new database: its count of changes, and the end of its audit log. */
export interface ProvenDatabase {
  readonly sequence: number
  readonly audit: AuditEnd | null
}

/** How to build a new database, and what it must hold before it replaces the old one. */
export interface NewDatabase {
  /** The 32-byte key that encrypts the new database. */
  readonly key: Buffer
  /** Database names used in any header, whether the file exists or not. The new database gets another name. */
  readonly named: readonly string[]
  /** Writes the whole new database, in the current schema, to the new path `file`, encrypted with `key`. */
  readonly build: (file: string, key: Buffer) => void
  /** Throws if something is missing from it. Runs after the check that the database is sound and ours. */
  readonly verify?: (db: Database.Database) => void
  /** Writes the header that names the new database. At this moment it replaces the old one. */
  readonly commit: (dbFile: string, proven: ProvenDatabase) => void
}

const sidecars = ['-journal', '-wal', '-shm']
const dbName = (number: number): string => `vault-${number}.db`
/** The first database has no number here. */
const unfinishedName = (number: number): string =>
  number === 1 ? 'unfinished.db' : `unfinished-${number}.db`
const numberOf = (dbFile: string): number => Number(/^vault-(\d+)\.db$/.exec(dbFile)?.[1] ?? 0)
const highestNumber = 999_999_999

/** The name that the database of a header has while it is under construction. */
export const unfinishedNameOf = (dbFile: string): string => unfinishedName(numberOf(dbFile))

/**
 * The number of the next database: one more than the highest that a header names, past every number that a file in the
 * folder uses. A file's name never raises the count, because anybody can give a file any name.
 */
export function nextNumber(files: readonly string[], named: readonly string[]): number {
  // Some file systems don't distinguish capital letters.
  const taken = [...files, ...named].map((name) => name.toLowerCase())
  const isTaken = (number: number): boolean =>
    taken.some((name) => name.startsWith(dbName(number)) || name.startsWith(unfinishedName(number)))
  let number = Math.max(0, ...named.map(numberOf))
  do number = number >= highestNumber ? 1 : number + 1
  while (isTaken(number))
  return number
}

/**
 * Builds a new database beside the current one, verifies and syncs it, and makes it current by writing the header.
 *
 * Until then its name is `unfinished-<n>.db`, so an interrupted attempt is never mistaken for a vault. Afterwards
 * `finishReplacement` renames it to the name in the header. If this throws, the old database stays current and
 * untouched. Returns the new database's name.
 */
export function replaceDatabase(folder: string, database: NewDatabase): string {
  const { dbFile, proven } = prepare(folder, database)
  // If `commit` throws, the unfinished file stays until the next unlock, because the header may have been written.
  database.commit(dbFile, proven)
  finishReplacement(folder, dbFile)
  return dbFile
}

function prepare(
  folder: string,
  { key, named, build, verify }: NewDatabase,
): { dbFile: string; proven: ProvenDatabase } {
  const number = nextNumber(readdirSync(folder), named)
  const file = join(folder, unfinishedName(number))
  const dbFile = dbName(number)
  try {
    build(file, key)
    const proven = verified(file, key, verify)
    syncFile(file)
    syncFolder(folder)
    return { dbFile, proven }
  } catch (cause) {
    removeWithSidecars(file)
    throw cause
  }
}

/** Checks that every page is readable, references are valid and all content is there. */
function verified(file: string, key: Buffer, verify: NewDatabase['verify']): ProvenDatabase {
  const db = openDatabase(file, key)
  try {
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') throw new AppError('vault-damaged')
    if (db.prepare('PRAGMA foreign_key_check').get() !== undefined) throw new AppError('vault-damaged')
    verify?.(db)
    return { sequence: sequenceOf(db), audit: auditEndOf(db) }
  } finally {
    db.close()
  }
}

/** Renames the unfinished database to the name in the header, if an interruption prevented that. */
export function finishReplacement(folder: string, dbFile: string): void {
  const file = join(folder, dbFile)
  const unfinished = join(folder, unfinishedNameOf(dbFile))
  if (!existsSync(unfinished) || existsSync(file)) return
  // A journal at the new name belongs to another database; replaying it would corrupt this one.
  for (const sidecar of sidecars) setAside(`${file}${sidecar}`)
  renameOver(unfinished, file)
  syncFolder(folder)
}

/**
 * Removes what interrupted attempts left behind, and the replaced database if the header names one. Call only once both
 * copies of the header are written. Leaves all other files in the folder alone.
 */
export function removeLeftovers(folder: string, current: string, replaced: string | null): void {
  ignoreFailure(() => {
    for (const entry of readdirSync(folder, { withFileTypes: true }))
      if (isLeftover(entry.name) && !entry.isDirectory()) removeIfThere(join(folder, entry.name))
    if (replaced !== null && replaced !== current) removeWithSidecars(join(folder, replaced))
  })
}

/**
 * Sets aside a database that is no longer current, under a name that says why and when. Its journal gets the name under
 * which SQLite looks for it, because without the journal the database can be torn.
 */
export function setAsideDatabase(folder: string, dbFile: string, why: SetAsideWhy): void {
  ignoreFailure(() => {
    const file = join(folder, dbFile)
    const hasJournal = isThere(journalOf(file))
    const aside = asideName(`${file}.set-aside-${setAsideLabel(why)}`, hasJournal)
    if (hasJournal) {
      renameOver(journalOf(file), journalOf(aside))
      // The journal goes first: after an interruption the database follows it to the same name.
      syncFolder(folder)
    }
    if (isThere(file)) renameOver(file, aside)
    for (const end of ['-wal', '-shm']) setAside(`${file}${end}`, setAsideLabel(why))
    syncFolder(folder)
  })
}

function asideName(base: string, hasJournal: boolean): string {
  for (let count = 1; ; count += 1) {
    const aside = `${base}-${count}`
    if (!isThere(aside) && !(hasJournal && isThere(journalOf(aside)))) return aside
  }
}

/** Ignores a failure, because clearing up follows the commit: nothing is lost, and the next unlock tries again. */
function ignoreFailure(clearUp: () => void): void {
  try {
    clearUp()
  } catch {
    // The remaining files are encrypted, and no header names them.
  }
}

function removeWithSidecars(file: string): void {
  for (const end of ['', ...sidecars]) removeIfThere(`${file}${end}`)
}
