import { copyFileSync, closeSync, openSync, readSync, statSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { isMissing } from '../files/is-missing.ts'
import { removeIfThere } from '../files/write-durably.ts'
import { openDatabase } from './open-database.ts'

/** The name under which SQLite looks for the journal of a database. */
export const journalOf = (file: string): string => `${file}-journal`

/**
 * Whether a journal beside a database holds a change that SQLite would undo. SQLite zeroes the beginning of a journal that
 * it keeps for later.
 */
export function hasChangeToUndo(file: string): boolean {
  const journal = journalOf(file)
  try {
    // A pipe would never answer.
    if (!statSync(journal).isFile()) return false
    const descriptor = openSync(journal, 'r')
    try {
      const first = Buffer.alloc(1)
      return readSync(descriptor, first, 0, 1, 0) === 1 && first[0] !== 0
    } finally {
      closeSync(descriptor)
    }
  } catch (cause) {
    if (isMissing(cause)) return false
    throw cause
  }
}

/**
 * Whether a key opens a database. Changes neither the database nor its journal: with a change to undo, a wrong key would
 * make SQLite ruin the database, so the key is then tried on copies of both in the folder that `room` makes.
 */
export function isOpenedBy(file: string, key: Uint8Array, room: () => string): boolean {
  try {
    if (hasChangeToUndo(file)) return isCopyOpenedBy(file, key, room)
    openDatabase(file, key, { isReadOnly: true }).close()
    return true
  } catch {
    return false
  }
}

function isCopyOpenedBy(file: string, key: Uint8Array, room: () => string): boolean {
  const copy = join(room(), `${randomBytes(8).toString('hex')}.db`)
  try {
    copyFileSync(file, copy)
    copyFileSync(journalOf(file), journalOf(copy))
    openDatabase(copy, key).close()
    return true
  } finally {
    for (const left of [copy, journalOf(copy)]) removeIfThere(left)
  }
}
