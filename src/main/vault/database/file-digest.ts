import { createHash, type Hash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { markOf } from './file-watch.ts'

const pieceBytes = 1024 * 1024

/** The SHA-256 of a whole file, its length, and the state of the file that they belong to. */
export interface FileDigest {
  readonly bytes: number
  readonly sha256: string
  /** See `markOf`. */
  readonly mark: string
}

/** Reads a file and lets other work go on between the pieces. Returns null if the file can't be read. */
export async function digestOfFile(path: string): Promise<FileDigest | null> {
  try {
    const mark = markOf(path)
    const file = await open(path, 'r')
    try {
      const adding = addingUp()
      const piece = Buffer.alloc(pieceBytes)
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

/** Reads a file without interruption. Takes about a quarter of a second for 100 MB. */
export function digestOfFileNow(path: string): FileDigest {
  const mark = markOf(path)
  const descriptor = openSync(path, 'r')
  try {
    const adding = addingUp()
    const piece = Buffer.alloc(pieceBytes)
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
