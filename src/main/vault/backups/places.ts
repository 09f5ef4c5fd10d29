import { accessSync, constants, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { PlaceKind, PlaceWarning } from '#shared/contract/operations/backups.ts'
import { isWithin, realpathOf } from '../files/write-new-file.ts'
import { isMissing } from '../files/is-missing.ts'
import { isBackupName } from './backup-names.ts'
import { readContainer, type ContainerRead } from './container.ts'

/** A folder that holds backups. */
export interface Place {
  readonly kind: PlaceKind
  readonly folder: string
}

/** A file in a place with a name that Attune gives, and what it turned out to be by its head. */
export interface FoundBackup {
  readonly place: Place
  readonly name: string
  readonly path: string
  readonly bytes: number
  readonly read: ContainerRead
}

/** What is in a place: its backups, or why it can't be looked into. */
export type PlaceContent =
  | { readonly state: 'ready'; readonly isWritable: boolean; readonly backups: readonly FoundBackup[] }
  | { readonly state: 'missing' }
  | { readonly state: 'unreadable' }

/** Looks into a place. A folder that isn't there is a drive that isn't plugged in, never an empty place. */
export async function readPlace(place: Place): Promise<PlaceContent> {
  let names: string[]
  try {
    names = readdirSync(place.folder).filter(isBackupName)
  } catch (cause) {
    return { state: isMissing(cause) ? 'missing' : 'unreadable' }
  }
  const backups: FoundBackup[] = []
  for (const name of names) {
    const path = join(place.folder, name)
    try {
      const { size } = statSync(path)
      backups.push({ place, name, path, bytes: size, read: await readContainer(path) })
    } catch (cause) {
      // Gone since the folder was read, or not to be read: one file is no reason not to show the others.
      if (!isMissing(cause)) backups.push({ place, name, path, bytes: 0, read: { kind: 'damaged' } })
    }
  }
  return { state: 'ready', isWritable: canWrite(place.folder), backups }
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Makes Attune's own place where it isn't there yet; one that the user chose is never made anew. */
export function preparePlace({ kind, folder }: Place): void {
  if (kind === 'default') mkdirSync(folder, { recursive: true, mode: 0o700 })
}

const syncedFolders =
  /(^|[\\/])(dropbox|onedrive|google ?drive|googledrive|my drive|icloud ?drive|mobile documents|cloudstorage|nextcloud|owncloud|box( sync)?|pcloud ?drive|mega(sync)?|syncthing|sync|proton ?drive|tresorit|seafile|yandex\.disk)([ \-_(][^\\/]*)?([\\/]|$)/i

/** What the user should know of a folder before relying on it. */
export function warningsFor(folder: string, vaultFolder: string): PlaceWarning[] {
  const real = realpathOf(folder)
  const warnings: PlaceWarning[] = []
  if (isWithin(real, realpathOf(join(vaultFolder, '..')))) warnings.push('inside-data-folder')
  else if (isOnSameDisk(real, vaultFolder)) warnings.push('same-disk')
  if (syncedFolders.test(real)) warnings.push('synced')
  return warnings
}

function isOnSameDisk(folder: string, vaultFolder: string): boolean {
  try {
    return statSync(folder).dev === statSync(vaultFolder).dev
  } catch {
    return false
  }
}
