import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  lstatSync,
  openSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'

/**
 * Replaces a file atomically: after a crash it holds either the whole old content or the whole new one. Readable by its
 * owner only. Writes into no file that was there before, because others may write to the folder too, and a link under
 * the name of the new file could lead anywhere. Sets a folder aside that has one of the two names.
 */
export function writeDurably(file: string, content: string | Uint8Array): void {
  const fresh = `${file}.new`
  setFolderAside(fresh)
  if (isThere(fresh)) unlinkSync(fresh)
  const descriptor = openSync(fresh, 'wx', 0o600)
  try {
    writeFileSync(descriptor, content)
    fsyncSync(descriptor)
  } catch (cause) {
    closeSync(descriptor)
    removeIfThere(fresh)
    throw cause
  }
  closeSync(descriptor)
  setFolderAside(file)
  renameOver(fresh, file)
  syncFolder(dirname(file))
}

const longestRetryMilliseconds = 1_000
const pauseMilliseconds = 50

/**
 * Renames a file over another. Retries, because on Windows a virus scanner or a backup may hold it for a moment.
 * Windows has no call that makes the names in a folder durable: there the renamed file is flushed, and with it the
 * file system's own log, which has the new name.
 */
export function renameOver(from: string, to: string): void {
  const until = performance.now() + longestRetryMilliseconds
  for (;;) {
    try {
      renameSync(from, to)
      break
    } catch (cause) {
      const isHeld = process.platform === 'win32' && hasCode(cause, ['EPERM', 'EACCES', 'EBUSY'])
      if (!isHeld || performance.now() > until) throw cause
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMilliseconds)
    }
  }
  if (process.platform === 'win32') flushRenamed(to)
}

/** The rename has happened: a file that another program holds, or that is read-only, must not undo that. */
function flushRenamed(file: string): void {
  try {
    syncFile(file)
  } catch (cause) {
    if (!hasCode(cause, ['EPERM', 'EACCES', 'EBUSY'])) throw cause
  }
}

function hasCode(cause: unknown, codes: readonly string[]): boolean {
  return cause instanceof Error && 'code' in cause && codes.includes(String(cause.code))
}

/** Makes the names in a folder durable. Windows has no such call: `renameOver` flushes the file there. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } catch (cause) {
    // Network and FUSE file systems may not support this; the file itself has been synced.
    if (!hasCode(cause, ['EINVAL', 'ENOTSUP', 'ENOSYS'])) throw cause
  } finally {
    closeSync(descriptor)
  }
}

/** Renames a file to a name that nothing opens, instead of deleting it. The label says why it was set aside. */
export function setAside(file: string, label?: string): void {
  if (isThere(file)) renameOver(file, asideName(file, label))
}

/** Renames a folder that has the name of a file: it may hold something, and no file can be written there. */
function setFolderAside(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) setAside(path)
}

/** Frees a name for a file: sets a folder aside, and removes a link, a pipe or anything else but a file. */
export function makeWayForFile(path: string): void {
  setFolderAside(path)
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() === false) unlinkSync(path)
}

/** Copies a file to a name that nothing opens, synced, and leaves the file in its place. */
export function setCopyAside(file: string, label?: string): void {
  const aside = asideName(file, label)
  copyFileSync(file, aside, constants.COPYFILE_EXCL)
  syncFile(aside)
  syncFolder(dirname(file))
}

function asideName(file: string, label?: string): string {
  for (let count = 1; ; count += 1) {
    const aside = `${file}.set-aside-${label === undefined ? '' : `${label}-`}${count}`
    if (!isThere(aside)) return aside
  }
}

/** Unlike Node's `existsSync`, also sees a link that leads nowhere. */
export function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined
}

/** Makes the content of a file durable. */
export function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Removes a file if it exists. Unlike Node's `rmSync`, reports a failing disk with its error code. */
export function removeIfThere(file: string): void {
  try {
    unlinkSync(file)
  } catch (cause) {
    if (!hasCode(cause, ['ENOENT'])) throw cause
  }
}
