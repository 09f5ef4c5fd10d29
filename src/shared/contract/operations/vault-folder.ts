import { z } from 'zod'
import { nothing, vaultQuery } from '../operation.ts'

/** The syncing services that Attune recognises by the names of their folders. */
export const syncServices = [
  'Dropbox',
  'OneDrive',
  'iCloud Drive',
  'Google Drive',
  'Nextcloud',
  'ownCloud',
  'Box',
  'pCloud',
  'MEGA',
  'Synology Drive',
  'Syncthing',
  'Seafile',
] as const
export type SyncService = (typeof syncServices)[number]

export const vaultFolderSchema = z.strictObject({
  /** The service that seems to sync the vault's folder; null if none is recognised, which proves nothing. */
  syncedBy: z.enum(syncServices).nullable(),
  /** Names of conflicting copies that a syncing program left beside the vault. Attune never opens or deletes them. */
  conflictCopies: z.array(z.string()).max(20),
})
export type VaultFolder = z.output<typeof vaultFolderSchema>

export const vaultFolder = {
  get: vaultQuery({ input: nothing, output: vaultFolderSchema }),
}
