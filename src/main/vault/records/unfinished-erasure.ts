import type Database from 'better-sqlite3'
import { createVaultSettingsRepository } from './vault-settings.repository.ts'

/** The setting that is on from the erasure of a client until the file has been written without its freed space. */
export const unfinishedErasure = 'unfinished-erasure'

/** Whether the file may still hold, in space that nothing uses, parts of what was erased. */
export function isErasureUnfinished(db: Database.Database): boolean {
  return createVaultSettingsRepository(db).get(unfinishedErasure) === true
}
