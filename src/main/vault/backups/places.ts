import { constants, statSync, type BigIntStats } from 'node:fs'
import { access, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlaceKind, PlaceWarning } from '#shared/contract/operations/backups.ts'
import { isAnswering } from '../files/answering-folder.ts'
import { createOwnFolder } from '../files/own-folder.ts'
import { isWithin, realpathOf } from '../files/write-new-file.ts'
import { isMissing } from '../files/is-missing.ts'
import { isBackupName } from '../inventory/backup-names.ts'
import { readContainer, type ContainerRead } from './container.ts'

/** A folder that holds backups. */
export interface Place {
  readonly kind: PlaceKind
  readonly folder: string
}

/** A file in a place with a name from Attune, and what its head reveals. */
export interface FoundBackup {
  readonly place: Place
  readonly name: string
  readonly path: string
  readonly bytes: number
  /** Changes whenever the file is written, replaced or renamed. */
  readonly mark: string
  readonly read: ContainerRead
}

/** What names a file in the notes about backups. */
export function idOf({ place, name, mark }: FoundBackup) {
  return { place: place.kind, name, mark }
}

/** The backups in a place, or why it can't be read. `silent`: it does not answer, and must not be asked again now. */
export type PlaceContent =
  | { readonly state: 'ready'; readonly isWritable: boolean; readonly backups: readonly FoundBackup[] }
  | { readonly state: 'missing' }
  | { readonly state: 'unreadable' }
  | { readonly state: 'silent' }

/** Reads a place. A missing folder means that a drive isn't plugged in, never an empty place. */
export async function readPlace(place: Place): Promise<PlaceContent> {
  if (place.kind !== 'default' && !(await isAnswering(place.folder))) return { state: 'silent' }
  let names: string[]
  try {
    names = (await readdir(place.folder)).filter(isBackupName)
  } catch (cause) {
    return { state: isMissing(cause) ? 'missing' : 'unreadable' }
  }
  const backups: FoundBackup[] = []
  for (const name of names) {
    const path = join(place.folder, name)
    try {
      const found = await stat(path, { bigint: true })
      const read = await readContainer(path)
      backups.push({ place, name, path, bytes: Number(found.size), mark: markOf(found), read })
    } catch (cause) {
      // The file has gone or can't be read. The others are still shown.
      if (!isMissing(cause))
        backups.push({ place, name, path, bytes: 0, mark: '', read: { kind: 'damaged' } })
    }
  }
  return { state: 'ready', isWritable: await canWrite(place.folder), backups }
}

/**
 * The size and times of a file as one text. Any program can set the time of the last write; only the system sets that of
 * the last change.
 */
export function markOf({ size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [size, mtimeNs, ctimeNs].join(' ')
}

async function canWrite(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Creates Attune's own place if it is missing. Never recreates one that the user chose. */
export function preparePlace({ kind, folder }: Place): void {
  if (kind === 'default') createOwnFolder(folder)
}

const syncedFolders =
  /(^|[\\/])(dropbox|onedrive|google ?drive|googledrive|my drive|icloud ?drive|mobile documents|cloudstorage|nextcloud|owncloud|box( sync)?|pcloud ?drive|mega(sync)?|syncthing|sync|proton ?drive|tresorit|seafile|yandex\.disk)([ \-_(][^\\/]*)?([\\/]|$)/i

/** Warnings about a folder before the user relies on it. */
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
