import { z } from 'zod'
import { nothing, vaultQuery } from '../operation.ts'

/** The syncing services whose folders are known by their names. */
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
  /** The service that seems to sync the vault's folder; null where none is recognised, which proves nothing. */
  syncedBy: z.enum(syncServices).nullable(),
  /** Names of files beside the vault that a syncing program left where it could not decide: never opened, never deleted. */
  conflictCopies: z.array(z.string()).max(20),
})
export type VaultFolder = z.output<typeof vaultFolderSchema>

export const vaultFolder = {
  get: vaultQuery({ input: nothing, output: vaultFolderSchema }),
}
