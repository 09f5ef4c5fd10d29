import { createHash, type Hash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { AppError } from '#shared/contract/result.ts'
import { withoutWaiting } from '../files/read-small-file.ts'
import { markOf } from './file-watch.ts'

const mostPieceBytes = 1024 * 1024

/** Room for the next piece of a file; a small file needs no more than its own size. */
const pieceOf = (fileBytes: number): Buffer => Buffer.alloc(Math.min(mostPieceBytes, Math.max(1, fileBytes)))

/** The SHA-256 of a whole file, its length, and the state of the file that they belong to. */
export interface FileDigest {
  readonly bytes: number
  readonly sha256: string
  /** See `markOf`. */
  readonly mark: string
}

/** Reads a file and lets other work go on between the pieces. Returns null if it can't be read or is no regular file. */
export async function digestOfFile(path: string): Promise<FileDigest | null> {
  try {
    const mark = markOf(path)
    const file = await open(path, withoutWaiting)
    try {
      const stat = await file.stat()
      if (!stat.isFile()) return null
      const adding = addingUp()
      const piece = pieceOf(stat.size)
      for (;;) {
        const { bytesRead } = await file.read(piece, 0, piece.length, null)
        if (bytesRead === 0) return { ...adding.result(), mark }
        adding.add(piece.subarray(0, bytesRead))
      }
    } finally {
      await file.close()
    }
  } catch {
    return null
  }
}

/**
 * Reads a file without interruption. Takes about a quarter of a second for 100 MB. Throws `vault-damaged` for anything but
 * a regular file.
 */
export function digestOfFileNow(path: string): FileDigest {
  const mark = markOf(path)
  const descriptor = openSync(path, withoutWaiting)
  try {
    const stat = fstatSync(descriptor)
    if (!stat.isFile()) throw new AppError('vault-damaged')
    const adding = addingUp()
    const piece = pieceOf(stat.size)
    for (;;) {
      const read = readSync(descriptor, piece, 0, piece.length, null)
      if (read === 0) return { ...adding.result(), mark }
      adding.add(piece.subarray(0, read))
    }
  } finally {
    closeSync(descriptor)
  }
}

function addingUp() {
  const hash: Hash = createHash('sha256')
  let bytes = 0
  return {
    add: (piece: Uint8Array): void => {
      hash.update(piece)
      bytes += piece.length
    },
    result: () => ({ bytes, sha256: hash.digest('base64') }),
  }
}
