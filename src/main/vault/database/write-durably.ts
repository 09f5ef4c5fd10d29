import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Replaces a file so that after a crash it holds either the old content or the new, whole.
 * Readable by its owner only.
 */
export function writeDurably(file: string, content: string | Uint8Array): void {
  const fresh = `${file}.new`
  const descriptor = openSync(fresh, 'w', 0o600)
  try {
    writeFileSync(descriptor, content)
    fsyncSync(descriptor)
  } catch (cause) {
    closeSync(descriptor)
    rmSync(fresh, { force: true })
    throw cause
  }
  closeSync(descriptor)
  renameSync(fresh, file)
  syncFolder(dirname(file))
}

/** Makes the names in a folder durable. Windows has no such call, and needs none for a rename on NTFS. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
