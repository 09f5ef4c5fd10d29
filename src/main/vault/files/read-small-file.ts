import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs'

/** How to open a file for reading in whose place a named pipe may lie: it then doesn't wait for a writer. */
export const withoutWaiting = constants.O_RDONLY | flag('O_NONBLOCK')

/** How to open a file that anybody may have put there: without waiting, and a link is not followed. */
export const arrivingFlags = withoutWaiting | flag('O_NOFOLLOW')

/** Windows has neither flag. */
function flag(name: 'O_NONBLOCK' | 'O_NOFOLLOW'): number {
  const all: Partial<Record<string, number>> = constants
  return all[name] ?? 0
}

/**
 * Reads a regular file of at most this many bytes. Null for a larger one, a link, a pipe, a folder or any other kind, of
 * which it reads no byte. Throws if the file is missing or may not be read.
 */
export function readSmallFile(path: string, mostBytes: number): Buffer | null {
  if (!lstatSync(path).isFile()) return null
  const descriptor = openIfRegular(path)
  if (descriptor === null) return null
  try {
    const stat = fstatSync(descriptor)
    if (!stat.isFile() || stat.size > mostBytes) return null
    // Most files have far fewer bytes than allowed. One byte more than its size shows a file that has grown since.
    let buffer = Buffer.alloc(stat.size + 1)
    let have = 0
    for (;;) {
      const read = readSync(descriptor, buffer, have, buffer.length - have, have)
      have += read
      if (read === 0) return buffer.subarray(0, have)
      if (have > mostBytes) return null
      if (have === buffer.length) buffer = Buffer.concat([buffer], Math.min(2 * have, mostBytes + 1))
    }
  } finally {
    closeSync(descriptor)
  }
}

/** Null if another kind of file has taken the name since. */
function openIfRegular(path: string): number | null {
  try {
    return openSync(path, arrivingFlags)
  } catch (cause) {
    if (isOtherKind(cause)) return null
    throw cause
  }
}

/** Whether opening failed because the name belongs to a link or a socket. */
export function isOtherKind(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && (cause.code === 'ELOOP' || cause.code === 'ENXIO')
}
