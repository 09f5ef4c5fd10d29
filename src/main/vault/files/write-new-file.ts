import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, lstatSync, openSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { AppError } from '#shared/contract/result.ts'
import { filePurposes } from '#shared/files/file-purposes.ts'
import { isThere, removeIfThere, renameOver, syncFolder } from './write-durably.ts'
import { isMissing } from './is-missing.ts'
import { explainForeignPlace } from './explain-foreign-place.ts'

/** What holds for everything that is written to a place that the user chose. */
export interface OutsideRules {
  /** Folders of Attune's own, into which nothing is written for the user. */
  readonly untouchable: readonly string[]
  /** Hears, before anything is written, which path the content has until it is whole. */
  readonly begins: (path: string) => void
}

/**
 * Writes a file to a place that the user chose: whole or not at all, synced to the disk, readable by its owner only
 * (0600).
 *
 * Throws `place-not-allowed` within an untouchable folder, over a backup and over anything but a file, `place-missing`
 * or `place-read-only` for a missing or read-only folder, `disk-full` or `disk-error`. A failure leaves the old file in
 * place.
 */
export function writeNewFile(path: string, content: string | Uint8Array, rules: OutsideRules): void {
  try {
    const folder = realpathSync(dirname(path))
    if (isUntouchable(folder, rules) || !isFileOrNothing(path) || isKeptFile(path))
      throw new AppError('place-not-allowed')
    const fresh = join(folder, `.attune-${randomBytes(8).toString('hex')}.part`)
    rules.begins(fresh)
    try {
      writeSynced(fresh, content)
      renameOver(fresh, join(folder, basename(path)))
    } catch (cause) {
      removeIfThere(fresh)
      throw cause
    }
    syncFolder(folder)
  } catch (cause) {
    throw explainForeignPlace(cause)
  }
}

function writeSynced(path: string, content: string | Uint8Array): void {
  const descriptor = openSync(path, 'wx', 0o600)
  try {
    writeFileSync(descriptor, content)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Whether a folder equals another one or lies in it. Both paths must be spelled as in the file system. */
export function isWithin(folder: string, other: string): boolean {
  const way = relative(other, folder)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(way))
}

/** Whether a folder, as the file system spells it, is one of Attune's own or lies in one. */
export function isUntouchable(folder: string, { untouchable }: OutsideRules): boolean {
  return untouchable.some((own) => isWithin(folder, realpathOf(own)))
}

/** The path as the file system spells it, or unchanged if nothing exists there. */
export function realpathOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/**
 * The names of backups, and of the notes of who was erased. A backup may be the only copy of a state, and the dialog's
 * question whether to replace a file doesn't say that.
 */
const keptName = new RegExp(String.raw`\.(${filePurposes['backup-file'].extension}|erased)$`, 'i')

function isKeptFile(path: string): boolean {
  return keptName.test(path) && isThere(path)
}

/** Rejects links: replacing one would be a surprise, and writing through one a larger one. */
function isFileOrNothing(path: string): boolean {
  try {
    return lstatSync(path).isFile()
  } catch (cause) {
    if (isMissing(cause)) return statSync(dirname(path)).isDirectory()
    throw cause
  }
}
