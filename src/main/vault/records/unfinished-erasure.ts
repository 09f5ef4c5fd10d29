import type Database from 'better-sqlite3'
import { createVaultSettingsRepository } from './vault-settings.repository.ts'

/** The setting that is on after a client's erasure until the file has been rewritten without its freed space. */
export const unfinishedErasure = 'unfinished-erasure'

/** Whether the file may still hold erased data in unused space. */
export function isErasureUnfinished(db: Database.Database): boolean {
  return createVaultSettingsRepository(db).get(unfinishedErasure) === true
}
