import { lstatSync, readdirSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { isMissing } from '../files/is-missing.ts'
import { realpathOf } from '../files/write-new-file.ts'
import { isBackupName, isPartialName } from './backup-names.ts'

/**
 * What a file that can hold vault data is, by its name alone.
 *
 * `database`: has the name of a vault's database, whether a header names it or not. `unfinished`: a database whose
 * building was interrupted. `set-aside`: a database that Attune set aside. `journal`: what SQLite keeps beside a
 * database. `staged`: a backup that was opened to be restored. `partial`: a backup whose making was interrupted.
 * `backup`: has the name of a backup. `state`: has the name of a header, a note or a mark of Attune's, which hold keys and
 * dates, and nothing of any client. `copy`: any other file in a place where a copy may lie, such as the copy of a syncing
 * program or of a person.
 */
export type ContentKind =
  'database' | 'unfinished' | 'set-aside' | 'journal' | 'staged' | 'partial' | 'backup' | 'state' | 'copy'

/** The part of Attune's files that a file lies in. `earlier` is a folder that the user once chose for backups. */
export type ContentPlace = 'vault' | 'staging' | 'default' | 'chosen' | 'earlier'

/** A file that can hold vault data. */
export interface ContentFile {
  readonly place: ContentPlace
  readonly path: string
  /** The name within its place. */
  readonly name: string
  readonly kind: ContentKind
}

/** A folder for backups, as it is remembered. */
export interface BackupFolder {
  readonly kind: Exclude<ContentPlace, 'vault' | 'staging'>
  readonly folder: string
}

/** Every file that can hold vault data, and the folders that can't be read now, such as a drive that is not plugged in. */
export interface Inventory {
  readonly files: readonly ContentFile[]
  readonly away: readonly string[]
}

const databaseName = /^vault-\d+\.db$/
const unfinishedName = /^unfinished(-\d+)?\.db$/
const setAsideName = /^vault-\d+\.db\.set-aside-.*\d$/
const sidecarName = /-(journal|wal|shm)(\.set-aside-.+)?$/
/** Headers, notes and marks. */
const stateName =
  /^(vault|vault\.copy|attempts)\.json(\.new|\.set-aside-.+)?$|^vault\.in-use$|^(backups|readings)\.json(\.new)?$|^\.?attune-[0-9a-f]{8}\.erased(\.new)?$/
const interruptedNote = /^(vault|vault\.copy|attempts)\.json\.new$/
/** In a folder that the user chose, only files with such a name are looked at. */
const namedLikeOurs = /attune|vault/i
/** A person's or a syncing program's copy of a file or a whole folder keeps a part of its name. */
const copiedFromOurs = /attune|vault|backup|restoring/i

/** The name of the file in each backup folder that remembers who was erased, by the vault's id. */
export function erasureNoteName(vaultId: string): string {
  return `attune-${vaultId.slice(0, 8)}.erased`
}

/** The folder of backups that were opened to be restored. */
export function stagingFolder(vaultFolder: string): string {
  return join(dirname(vaultFolder), 'restoring')
}

/** Attune's own folder for backups. */
export function defaultBackupFolder(vaultFolder: string): string {
  return join(dirname(vaultFolder), 'backups')
}

/** Attune's own folders, whose files come and go with the vault. */
export function ownFolders(vaultFolder: string): string[] {
  return [vaultFolder, stagingFolder(vaultFolder)]
}

/** Whether a file in the vault's folder is what an interrupted attempt left, which is of no use to anybody. */
export function isLeftover(name: string): boolean {
  return unfinishedName.test(name.replace(sidecarName, '')) || interruptedNote.test(name)
}

/**
 * Whether a name is a vault file's name with an addition by a syncing program: "vault (conflicted copy
 * 2026-11-26).json", "vault-1-LAPTOP.db", "vault.sync-conflict-20261126-101010-ABCDEFG.json", "vault 2.json".
 */
export function isConflictCopy(name: string): boolean {
  const isAttunes = stateName.test(name) || databaseName.test(name)
  return !isAttunes && /^vault.*\.(json|db)$/i.test(name)
}

/** What a file in the vault's folder is, by its name. */
export function kindInVault(name: string): ContentKind {
  if (stateName.test(name)) return 'state'
  if (databaseName.test(name)) return 'database'
  if (unfinishedName.test(name)) return 'unfinished'
  if (sidecarName.test(name)) return 'journal'
  return setAsideName.test(name) ? 'set-aside' : 'copy'
}

/** What a file in a folder for backups is, by its name. */
export function kindInBackups(name: string): ContentKind {
  if (stateName.test(name)) return 'state'
  if (isBackupName(name)) return 'backup'
  if (isPartialName(name)) return 'partial'
  return sidecarName.test(name) ? 'journal' : 'copy'
}

/** What a file in a folder of others is, by its name: only a journal beside a name of Attune's own is Attune's. */
export function kindAmongOthers(name: string): ContentKind {
  const kind = kindInBackups(name)
  const database = name.replace(sidecarName, '')
  const isOurs = databaseName.test(database) || setAsideName.test(database)
  return kind === 'journal' && !isOurs ? 'copy' : kind
}

/** Whether other programs and computers may write to a folder: the user chose it, or it is a link. */
export function isOthersFolder(place: ContentPlace, folder: string): boolean {
  return place === 'chosen' || place === 'earlier' || (place === 'default' && isLink(folder))
}

/**
 * Lists every file within Attune's reach that can hold vault data. The one list that erasing, its preview, the clean-up
 * at the start and the screens go by.
 *
 * Looks at the whole of Attune's own folders, at what looks like a copy beside them, and in a folder that the user chose
 * at the files that have Attune's name or the vault's. A folder for backups that is a link counts as chosen, because other
 * files may lie there. Follows no other link. Reads names only; what opens a file is another question.
 */
export function listContentFiles(vaultFolder: string, backupFolders: readonly BackupFolder[]): Inventory {
  const away: string[] = []
  const list = (folder: string, isDeep: boolean): string[] => {
    try {
      return filesIn(folder, isDeep)
    } catch (cause) {
      if (!isMissing(cause) || !isDeep) away.push(folder)
      return []
    }
  }
  const found = (
    place: ContentPlace,
    folder: string,
    names: readonly string[],
    kindOf: (name: string) => ContentKind,
  ): ContentFile[] =>
    names.map((name) => {
      const kind = kindOf(name.split(sep).at(-1) ?? name)
      return { place, path: join(folder, name), name, kind }
    })
  const own = (place: 'vault' | 'staging', folder: string, kindOf: (name: string) => ContentKind) =>
    found(place, folder, list(folder, true), kindOf)
  const files = [
    ...own('vault', vaultFolder, kindInVault),
    ...(isLink(stagingFolder(vaultFolder)) ? [] : own('staging', stagingFolder(vaultFolder), () => 'staged')),
    ...copiesBeside(vaultFolder).flatMap(({ path, name, isFolder }): ContentFile[] =>
      isFolder ? own('vault', path, () => 'copy') : [{ place: 'vault', path, name, kind: 'copy' }],
    ),
    ...backupFolders.flatMap(({ kind, folder }) => {
      if (!isOthersFolder(kind, folder)) return found(kind, folder, list(folder, true), kindInBackups)
      const ours = list(folder, false).filter((name) => namedLikeOurs.test(name))
      return found(kind, folder, ours, kindAmongOthers)
    }),
  ]
  // A folder can be chosen and once have been chosen, too, and one folder can be a link to another.
  const spelled = new Map<string, string>()
  const placeOnDisk = ({ path }: ContentFile): string => {
    const folder = dirname(path)
    const real = spelled.get(folder) ?? realpathOf(folder)
    spelled.set(folder, real)
    return join(real, basename(path))
  }
  return { files: [...new Map(files.map((file) => [placeOnDisk(file), file])).values()], away }
}

/** Files and folders beside the vault's folder that look like copies of Attune's own. */
function copiesBeside(vaultFolder: string): { path: string; name: string; isFolder: boolean }[] {
  const dataFolder = dirname(vaultFolder)
  const own = [vaultFolder, stagingFolder(vaultFolder), defaultBackupFolder(vaultFolder)]
  try {
    return readdirSync(dataFolder, { withFileTypes: true })
      .filter((entry) => (entry.isDirectory() || entry.isFile()) && copiedFromOurs.test(entry.name))
      .map((entry) => ({
        path: join(dataFolder, entry.name),
        name: entry.name,
        isFolder: entry.isDirectory(),
      }))
      .filter(({ path }) => !own.includes(path))
  } catch (cause) {
    if (isMissing(cause)) return []
    throw cause
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
}

/**
 * Names of the regular files in a folder, relative to it. Node's own recursive listing would go through links to other
 * folders.
 */
function filesIn(folder: string, isDeep: boolean): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      if (entry.isFile()) return [entry.name]
      if (!isDeep || !entry.isDirectory()) return []
      return filesIn(join(folder, entry.name), true).map((name) => join(entry.name, name))
    })
    .toSorted()
}
