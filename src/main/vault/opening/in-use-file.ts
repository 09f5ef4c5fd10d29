import { accessSync, closeSync, constants, existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { explainStorageFailure } from '../files/sqlite-failure.ts'
import { AppError } from '#shared/contract/result.ts'
import { makeWayForFile, removeIfThere } from '../files/write-durably.ts'

const markerName = 'vault.in-use'

/** The state of a vault's folder before its database is opened. */
export interface FolderState {
  /** The vault was not closed properly when last used, so its database must be checked first. */
  readonly wasLeftOpen: boolean
  /** Whether the vault can be written to. */
  readonly isWritable: boolean
}

/**
 * Creates a marker file in the folder until the vault is closed, and checks whether the folder is writable. A full disk
 * does not make the vault read-only, because a later save may find room again.
 */
export function markInUse(folder: string, dbFile: string): FolderState {
  const marker = join(folder, markerName)
  const wasLeftOpen = existsSync(marker)
  try {
    accessSync(join(folder, dbFile), constants.W_OK)
    makeWayForFile(marker)
    closeSync(openSync(marker, 'a', 0o600))
  } catch (cause) {
    const failure = explainStorageFailure(cause)
    if (failure instanceof AppError && failure.code === 'vault-read-only')
      return { wasLeftOpen, isWritable: false }
  }
  return { wasLeftOpen, isWritable: true }
}

/** Removes the marker file: the vault is properly closed. */
export function markAtRest(folder: string): void {
  try {
    removeIfThere(join(folder, markerName))
  } catch {
    // The next unlock takes a second longer, because it checks the database.
  }
}
