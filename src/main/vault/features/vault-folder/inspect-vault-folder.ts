import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { VaultFolder, SyncService } from '#shared/contract/operations/vault-folder.ts'
import { isConflictCopy } from '../../inventory/content-files.ts'

/** Folder names of syncing services on the three systems; each must match a whole part of the path. */
const folderNames: readonly (readonly [SyncService, RegExp])[] = [
  ['Dropbox', /^dropbox( \(.+\)|-.+)?$/i],
  ['OneDrive', /^onedrive( ?- ?.+|-.+)?$/i],
  ['iCloud Drive', /^(icloud ?drive|mobile documents|com~apple~clouddocs)$/i],
  ['Google Drive', /^(google ?drive(-.+)?|drivefs)$/i],
  ['Nextcloud', /^nextcloud\d*$/i],
  ['ownCloud', /^owncloud\d*$/i],
  ['Box', /^(box|box sync|box-box)$/i],
  ['pCloud', /^pcloud ?(drive|sync)?$/i],
  ['MEGA', /^(mega|megasync)$/i],
  ['Synology Drive', /^(synologydrive|cloudstation)$/i],
  ['Seafile', /^seafile$/i],
]

/** The marker at the top of every folder that Syncthing syncs. */
const syncthingMark = '.stfolder'

const mostNames = 20

/**
 * Whether the vault's folder seems to be synced, and which conflict copies of its files a syncing program has left
 * there.
 */
export function inspectVaultFolder(vaultFolder: string): VaultFolder {
  return {
    syncedBy: syncServiceOf(vaultFolder) ?? (isInSyncthing(vaultFolder) ? 'Syncthing' : null),
    conflictCopies: readdirSync(vaultFolder).filter(isConflictCopy).toSorted().slice(0, mostNames),
  }
}

/** The syncing service recognised from the names in a path. */
export function syncServiceOf(path: string): SyncService | null {
  const parts = path.split(/[/\\]/)
  return folderNames.find(([, name]) => parts.some((part) => name.test(part)))?.[0] ?? null
}

function isInSyncthing(folder: string): boolean {
  let at = resolve(folder)
  for (;;) {
    if (existsSync(join(at, syncthingMark))) return true
    const above = dirname(at)
    if (above === at) return false
    at = above
  }
}
