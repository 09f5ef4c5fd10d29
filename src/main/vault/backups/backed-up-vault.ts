import { lineageOf } from '../database/lineage.ts'
import type { OpenVault } from '../opening/open-vault.ts'

/** The parts of an open vault that a backup needs. */
export interface BackedUpVault extends Pick<OpenVault, 'db' | 'header' | 'withKey'> {
  /** The count of changes when the vault was opened; null if this process only reads it. */
  readonly sequenceAtOpening: number | null
}

/** The line of states that an open vault continues. Its first line has the vault's id. */
export function lineageOfVault({ db, header }: Pick<BackedUpVault, 'db' | 'header'>): string {
  return lineageOf(db) ?? header().vaultId
}
