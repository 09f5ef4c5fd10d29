import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, realpathSync, rmdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '#shared/contract/result.ts'
import { explainForeignPlace } from './explain-foreign-place.ts'
import { isThere, removeIfThere, renameOver, syncFolder } from './write-durably.ts'
import { isUntouchable, type OutsideRules } from './write-new-file.ts'

/** Adds text to a file of a new folder; the file begins with the first text. */
export type AddText = (file: string, text: string) => void

interface FolderContent extends OutsideRules {
  /** Adds text to the files piece by piece, so that a large export needs little memory. */
  readonly fill: (add: AddText) => void
}

/**
 * Writes a new folder with files into a place that the user chose: whole or not at all, synced to the disk, open to its
 * owner only (0700, its files 0600). Gives the folder's name: the one asked for, or with a number if that is taken.
 *
 * Throws as `writeNewFile`.
 */
export function writeNewFolder(place: string, name: string, { fill, ...rules }: FolderContent): string {
  try {
    const folder = realpathSync(place)
    if (isUntouchable(folder, rules)) throw new AppError('place-not-allowed')
    const fresh = join(folder, `.attune-${randomBytes(8).toString('hex')}.part`)
    rules.begins(fresh)
    mkdirSync(fresh, { mode: 0o700 })
    const written = filled(fresh, fill)
    try {
      for (let count = 1; ; count += 1) {
        const free = count === 1 ? name : `${name} ${count}`
        if (isThere(join(folder, free))) continue
        renameOver(fresh, join(folder, free))
        syncFolder(folder)
        return free
      }
    } catch (cause) {
      discard(fresh, written)
      throw cause
    }
  } catch (cause) {
    throw explainForeignPlace(cause)
  }
}

/** Whether a path has the name of a file or folder that is not whole yet. */
export function isUnfinished(path: string): boolean {
  return /^\.attune-[0-9a-f]{16}\.part$/.test(basename(path))
}

/** Gives the names of the files. Removes the folder and everything in it if any step fails. */
function filled(folder: string, fill: (add: AddText) => void): readonly string[] {
  const open = new Map<string, number>()
  let isClosed = false
  const close = (): void => {
    if (!isClosed) for (const descriptor of open.values()) closeSync(descriptor)
    isClosed = true
  }
  try {
    fill((file, text) => {
      const descriptor = open.get(file) ?? openSync(join(folder, file), 'wx', 0o600)
      open.set(file, descriptor)
      writeFileSync(descriptor, text)
    })
    for (const descriptor of open.values()) fsyncSync(descriptor)
    close()
    syncFolder(folder)
    return [...open.keys()]
  } catch (cause) {
    close()
    discard(folder, [...open.keys()])
    throw cause
  }
}

/** What can't be removed now hides no failure before it; the next unlock tries again. */
function discard(folder: string, files: readonly string[]): void {
  try {
    for (const file of files) removeIfThere(join(folder, file))
    rmdirSync(folder)
  } catch {
    // Another program has put a file there, or the disk refuses this, too.
  }
}
