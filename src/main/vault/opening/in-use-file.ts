import { accessSync, closeSync, constants, existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { explainStorageFailure } from '../files/sqlite-failure.ts'
import { AppError } from '#shared/contract/result.ts'
import { removeIfThere } from '../files/write-durably.ts'

const markerName = 'vault.in-use'

/** What was found out about a vault's folder before its database is opened. */
export interface FolderState {
  /** The vault was not closed in order when it was last used: its database is checked before it is trusted. */
  readonly wasLeftOpen: boolean
  /** Whether the vault can be written to. */
  readonly isWritable: boolean
}

/**
 * Leaves a mark in the folder that goes when the vault is closed, and finds out on the way whether the folder can be
 * written to. A full disk is no reason to open for reading only: it may have room again by the time of a save.
 */
export function markInUse(folder: string, dbFile: string): FolderState {
  const marker = join(folder, markerName)
  const wasLeftOpen = existsSync(marker)
  try {
    accessSync(join(folder, dbFile), constants.W_OK)
    closeSync(openSync(marker, 'a', 0o600))
  } catch (cause) {
    const failure = explainStorageFailure(cause)
    if (failure instanceof AppError && failure.code === 'vault-read-only')
      return { wasLeftOpen, isWritable: false }
  }
  return { wasLeftOpen, isWritable: true }
}

/** Takes the mark away: the vault is at rest. */
export function markAtRest(folder: string): void {
  try {
    removeIfThere(join(folder, markerName))
  } catch {
    // The next unlock takes a second longer, because it checks the database.
  }
}
