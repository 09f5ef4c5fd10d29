import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { syncFolder } from './write-durably.ts'

const forOthers = 0o077

/** Makes a folder that only its owner may open, with those above it that are missing, and makes their names durable. */
export function createOwnFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) syncFolder(dirname(made))
}

/**
 * Takes a folder and its files from everybody but their owner: a copy from another drive is often open to all. Leaves
 * links alone, and whatever the system refuses, such as on a drive without owners.
 */
export function keepToOwner(folder: string): void {
  if (process.platform === 'win32') return
  const paths = [folder, ...readdirSync(folder).map((name) => join(folder, name))]
  for (const path of paths) {
    const found = lstatSync(path)
    const isOwn = (found.mode & forOthers) === 0
    if (isOwn || !(found.isFile() || path === folder)) continue
    try {
      chmodSync(path, found.mode & 0o700)
    } catch {
      // The drive is read-only, has no owners, or the file is another user's.
    }
  }
}
