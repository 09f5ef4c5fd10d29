import { closeSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type Database from 'better-sqlite3'
import { AppError } from '#shared/contract/result.ts'
import { sequenceOf } from './change.ts'
import { assertFileUnchanged, stateOfFile } from './file-watch.ts'
import { hasChangeToUndo } from './journal.ts'
import { longChangeOver } from './ongoing-change.ts'

/** Small enough that reading one piece delays no other request. */
const pieceBytes = 1024 * 1024

/**
 * The descriptor that reads an open database's file beside SQLite. Closing any descriptor of a file makes POSIX release
 * all locks of the process on it, so this one stays open as long as the database.
 */
const descriptors = new WeakMap<Database.Database, number>()

function descriptorOf(db: Database.Database): number {
  const known = descriptors.get(db)
  if (known !== undefined) return known
  const descriptor = openSync(db.name, 'r')
  descriptors.set(db, descriptor)
  return descriptor
}

/** Closes a database, and then the descriptor that reads its file. */
export function closeDatabase(db: Database.Database): void {
  db.close()
  const descriptor = descriptors.get(db)
  descriptors.delete(db)
  if (descriptor !== undefined) closeSync(descriptor)
}

/** The copied state of a file, and the size of its database. */
interface Moment {
  readonly state: string
  readonly bytes: number
}

/**
 * Copies the file of an open database byte by byte into a new file, synced and readable by its owner only. Returns the
 * result of `describe` for exactly the copied state.
 *
 * Between changes the file holds every change whole: SQLite's rollback journal is then empty, and SQLite keeps other
 * programs from writing. So only a change by this process between two pieces can tear a copy. The pieces of a torn copy
 * are then compared with the file in one step, and those that differ are written again. Throws
 * `vault-changed-underneath` if another program has written to the file despite the lock, and `not-available` if the
 * database is closed meanwhile.
 */
export async function copyFileOf<T>(db: Database.Database, path: string, describe: () => T): Promise<T> {
  const target = await open(path, 'wx+', 0o600)
  try {
    await longChangeOver(db)
    const moment = beginning(db)
    for (const { bytes } of pieces(db, moment)) {
      await target.writeFile(bytes)
      await longChangeOver(db)
      if (!db.open) throw new AppError('not-available')
    }
    if (!isStill(db, moment)) mend(db, target.fd)
    assertFileUnchanged(db)
    const described = describe()
    await target.sync()
    return described
  } finally {
    await target.close()
  }
}

/** Makes a torn copy equal to the file, without interruption. Reading and comparing is quicker than writing. */
function mend(db: Database.Database, target: number): void {
  const moment = beginning(db)
  const copied = Buffer.alloc(pieceBytes)
  for (const { position, bytes } of pieces(db, moment)) {
    const length = readSync(target, copied, 0, bytes.length, position)
    if (!bytes.equals(copied.subarray(0, length))) writeAll(target, bytes, position)
  }
  ftruncateSync(target, moment.bytes)
}

/** Goes on after a short write, so that a full disk is reported as such, and not as a copy that differs. */
function writeAll(target: number, bytes: Buffer, position: number): void {
  for (let done = 0; done < bytes.length;)
    done += writeSync(target, bytes, done, bytes.length - done, position + done)
}

/** A state between two changes, when the file holds the whole database. */
function beginning(db: Database.Database): Moment {
  if (!db.open) throw new AppError('not-available')
  // This read makes SQLite undo what a failed change left in the file.
  sequenceOf(db)
  assertFileUnchanged(db)
  if (db.inTransaction || hasChangeToUndo(db.name)) throw new Error('a change is under way')
  const pages = Number(db.pragma('page_count', { simple: true }))
  const pageBytes = Number(db.pragma('page_size', { simple: true }))
  return { state: stateOfFile(db), bytes: pages * pageBytes }
}

function isStill(db: Database.Database, { state }: Moment): boolean {
  if (!db.open) throw new AppError('not-available')
  return !db.inTransaction && stateOfFile(db) === state
}

/** A database's bytes in order, each piece with its position. Each piece overwrites the last. */
function* pieces(db: Database.Database, moment: Moment): Generator<{ position: number; bytes: Buffer }> {
  const buffer = Buffer.alloc(Math.min(pieceBytes, moment.bytes))
  for (let position = 0; position < moment.bytes;) {
    const wanted = Math.min(buffer.length, moment.bytes - position)
    const read = readSync(descriptorOf(db), buffer, 0, wanted, position)
    if (read === 0) {
      if (isStill(db, moment)) throw new AppError('vault-damaged')
      // The file has become shorter.
      return
    }
    yield { position, bytes: buffer.subarray(0, read) }
    position += read
  }
}
