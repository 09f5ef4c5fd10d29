import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { isMissing } from '../files/is-missing.ts'
import { arrivingFlags, isOtherKind } from '../files/read-small-file.ts'

/** Holds a backup's head, which names the digest of its database, or a database's first page, which every change renews. */
const startBytes = 16 * 1024

/**
 * Tells a copy from any other that lay or will lie at its place, also from one of the same size and time; null if no
 * regular file is there. With `as`, gives the mark that the file has once it is renamed to that path.
 */
export function markOf(path: string, as = path): string | null {
  const descriptor = openIfThere(path)
  if (descriptor === null) return null
  try {
    const stat = fstatSync(descriptor)
    if (!stat.isFile()) return null
    const start = Buffer.alloc(Math.min(stat.size, startBytes))
    const have = readSync(descriptor, start, 0, start.length, 0)
    const digest = createHash('sha256').update(start.subarray(0, have)).digest('base64url')
    return `${as} ${stat.size} ${stat.mtimeMs} ${digest}`
  } finally {
    closeSync(descriptor)
  }
}

function openIfThere(path: string): number | null {
  try {
    return openSync(path, arrivingFlags)
  } catch (cause) {
    if (isMissing(cause) || isOtherKind(cause)) return null
    throw cause
  }
}
