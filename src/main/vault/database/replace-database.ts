import { closeSync, existsSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { AppError } from '#shared/contract/result.ts'
import { sequenceOf } from './change.ts'
import { openDatabase } from './open-database.ts'
import { removeIfThere, renameOver, setAside, syncFolder } from '../files/write-durably.ts'

/** How a new database comes about, and what it must hold before it takes the old one's place. */
export interface NewDatabase {
  /** The 32-byte key that the new database is encrypted under. */
  readonly key: Buffer
  /** The names that headers have for databases, there or not: the new one takes none of them. */
  readonly named: readonly string[]
  /** Writes the whole new database into `file`, where nothing is yet, under `key` and in today's schema. */
  readonly build: (file: string, key: Buffer) => void
  /** Throws where something is missing from it. That it is sound and ours has been checked by then. */
  readonly verify?: (db: Database.Database) => void
  /** Writes the header that names it: the one moment at which the new database is in force and the old one is not. */
  readonly commit: (dbFile: string, sequence: number) => void
}

/** A database that was not finished, or a header or note whose writing was cut off before it got its name. */
const leftover = /^unfinished(-\d+)?\.db(-journal|-wal|-shm)?$|^(vault|vault\.copy|attempts)\.json\.new$/
const sidecars = ['-journal', '-wal', '-shm']
const dbName = (number: number): string => `vault-${number}.db`
/** A first database has no number yet: no header has counted any. */
const unfinishedName = (number: number): string =>
  number === 1 ? 'unfinished.db' : `unfinished-${number}.db`
const numberOf = (name: string): number => Number(/^(?:vault|unfinished)-(\d+)\.db/.exec(name)?.[1] ?? 0)

/**
 * Builds a new database beside the one in force, verifies and syncs it, and puts it in force by writing the header.
 *
 * Until then its name is `unfinished-<n>.db`, so that a cut-off attempt is never taken for a vault; afterwards
 * `finishReplacement` gives it the name that the header has for it. Where this throws, the old database is in force
 * and untouched. Gives the new database's name.
 */
export function replaceDatabase(folder: string, database: NewDatabase): string {
  const { dbFile, sequence } = prepare(folder, database)
  // A file that is not named after all stays until the next unlock: whether the header was written may be unknown.
  database.commit(dbFile, sequence)
  finishReplacement(folder, dbFile)
  return dbFile
}

function prepare(
  folder: string,
  { key, named, build, verify }: NewDatabase,
): { dbFile: string; sequence: number } {
  const number = Math.max(0, ...[...readdirSync(folder), ...named].map(numberOf)) + 1
  const file = join(folder, unfinishedName(number))
  const dbFile = dbName(number)
  try {
    build(file, key)
    const sequence = verified(file, key, verify)
    syncFile(file)
    syncFolder(folder)
    return { dbFile, sequence }
  } catch (cause) {
    removeWithSidecars(file)
    throw cause
  }
}

/** Whether everything in it can be read, its references lead somewhere and it holds what it should; its change count. */
function verified(file: string, key: Buffer, verify: NewDatabase['verify']): number {
  const db = openDatabase(file, key)
  try {
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') throw new AppError('vault-damaged')
    if (db.prepare('PRAGMA foreign_key_check').get() !== undefined) throw new AppError('vault-damaged')
    verify?.(db)
    return sequenceOf(db)
  } finally {
    db.close()
  }
}

/** Gives the database that the header names its name, where the way was cut off between the two. */
export function finishReplacement(folder: string, dbFile: string): void {
  const file = join(folder, dbFile)
  const unfinished = join(folder, unfinishedName(numberOf(dbFile)))
  if (!existsSync(unfinished) || existsSync(file)) return
  // A journal that lies at the new name belongs to another database: replaying it would tear this one.
  for (const sidecar of sidecars) setAside(`${file}${sidecar}`)
  renameOver(unfinished, file)
  syncFolder(folder)
}

/**
 * Removes what cut-off attempts left, and the database that the one in force has replaced, if the header names one.
 * Only to be called once both copies of the header are in place. Anything else in the folder is left alone.
 */
export function removeLeftovers(folder: string, inForce: string, replaced: string | null): void {
  leavingTheRest(() => {
    for (const name of readdirSync(folder)) if (leftover.test(name)) removeIfThere(join(folder, name))
    if (replaced !== null && replaced !== inForce) removeWithSidecars(join(folder, replaced))
  })
}

/** Puts a database that is no longer in force out of the way, with its journal, instead of deleting it. */
export function setAsideDatabase(folder: string, dbFile: string): void {
  leavingTheRest(() => {
    for (const end of ['', ...sidecars]) setAside(join(folder, `${dbFile}${end}`))
  })
}

/** Clearing up comes after the commit: failing at it undoes nothing, and the next unlock has another try. */
function leavingTheRest(clearUp: () => void): void {
  try {
    clearUp()
  } catch {
    // What is left is encrypted, and is named by no header.
  }
}

function removeWithSidecars(file: string): void {
  for (const end of ['', ...sidecars]) removeIfThere(`${file}${end}`)
}

function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
