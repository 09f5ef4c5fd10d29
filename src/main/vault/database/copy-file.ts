import { closeSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type Database from 'better-sqlite3'
import { AppError } from '#shared/contract/result.ts'
import { isMissing } from '../files/is-missing.ts'
import { sequenceOf } from './change.ts'
import { assertFileUnchanged, stateOfFile } from './file-watch.ts'

/** So little that reading one piece holds nobody up. */
const pieceBytes = 1024 * 1024
/** A copy that was disturbed this often is taken in one step, which nothing can come between. */
const mostDisturbances = 3

/**
 * The descriptor by which an open database's file is read beside SQLite. POSIX takes all of a process's locks off a
 * file once the process closes any descriptor of it, so this one stays open for as long as the database does.
 */
const descriptors = new WeakMap<Database.Database, number>()

function descriptorOf(db: Database.Database): number {
  const known = descriptors.get(db)
  if (known !== undefined) return known
  const descriptor = openSync(db.name, 'r')
  descriptors.set(db, descriptor)
  return descriptor
}

/** Closes a database, and after it the descriptor by which its file was read. */
export function closeDatabase(db: Database.Database): void {
  db.close()
  const descriptor = descriptors.get(db)
  descriptors.delete(db)
  if (descriptor !== undefined) closeSync(descriptor)
}

/** Which state of a file is being copied, and how long the database in it is. */
interface Moment {
  readonly state: string
  readonly bytes: number
}

/**
 * Copies the file of an open database byte by byte into a new one, synced and readable by its owner only, and gives
 * what `describe` says of the database in the very state that was copied.
 *
 * Between two changes the file holds every change whole: SQLite keeps a rollback journal, which is empty then, and
 * keeps every other program from writing. So a copy can only be torn by a change of this process that comes between
 * two pieces. Such a copy is thrown away and taken again, the fourth time in one step. Throws
 * `vault-changed-underneath` where another program has written to the file in spite of the lock, and `not-available`
 * where the database is closed meanwhile.
 */
export async function copyFileOf<T>(db: Database.Database, path: string, describe: () => T): Promise<T> {
  closeSync(openSync(path, 'wx', 0o600))
  for (let disturbances = 0; ; disturbances += 1) {
    // Opening it empties it of an earlier try.
    const target = await open(path, 'w', 0o600)
    try {
      const isInOneStep = disturbances === mostDisturbances
      const moment = beginning(db)
      for (const piece of pieces(db, moment)) {
        if (isInOneStep) writeFileSync(target.fd, piece)
        else await target.writeFile(piece)
        if (!isStill(db, moment)) break
      }
      if (!isStill(db, moment)) continue
      assertFileUnchanged(db)
      const described = describe()
      await target.sync()
      return described
    } finally {
      await target.close()
    }
  }
}

/** A moment between two changes, at which the whole database is in its file. */
function beginning(db: Database.Database): Moment {
  if (!db.open) throw new AppError('not-available')
  // What a failed change has left in the file is undone by SQLite at the next reading.
  sequenceOf(db)
  assertFileUnchanged(db)
  if (db.inTransaction || isJournalFull(db)) throw new Error('a change is under way')
  const pages = Number(db.pragma('page_count', { simple: true }))
  const pageBytes = Number(db.pragma('page_size', { simple: true }))
  return { state: stateOfFile(db), bytes: pages * pageBytes }
}

function isStill(db: Database.Database, { state }: Moment): boolean {
  if (!db.open) throw new AppError('not-available')
  return !db.inTransaction && stateOfFile(db) === state
}

/** Whether the journal holds a change: SQLite wipes the beginning of one that it keeps for later. */
function isJournalFull(db: Database.Database): boolean {
  try {
    const [first] = readFileSync(`${db.name}-journal`)
    return first !== undefined && first !== 0
  } catch (cause) {
    if (isMissing(cause)) return false
    throw cause
  }
}

/** The database's bytes in order. Each piece is overwritten by the next. */
function* pieces(db: Database.Database, { bytes }: Moment): Generator<Buffer> {
  const buffer = Buffer.alloc(Math.min(pieceBytes, bytes))
  for (let position = 0; position < bytes;) {
    const wanted = Math.min(buffer.length, bytes - position)
    const read = readSync(descriptorOf(db), buffer, 0, wanted, position)
    if (read === 0) throw new AppError('vault-damaged')
    position += read
    yield buffer.subarray(0, read)
  }
}
