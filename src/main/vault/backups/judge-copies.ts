import { statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isOpenedBy } from '../database/journal.ts'
import { readSmallFile } from '../files/read-small-file.ts'
import {
  isOthersFolder,
  listContentFiles,
  type BackupFolder,
  type ContentFile,
} from '../inventory/content-files.ts'
import { isAbandoned } from '../inventory/is-abandoned.ts'
import type { HeldKey } from '../opening/held-keys.ts'
import type { OpenVault } from '../opening/open-vault.ts'
import { readContainer, type SoundContainer } from './container.ts'
import { openFacts, reasonOf, type Head } from './container-head.ts'
import { prepareStaging } from './staging.ts'

/** A copy that a key of the vault opens and that rotation doesn't delete in time. */
export type OpenableCopy =
  | { readonly file: ContentFile; readonly kind: 'database'; readonly key: HeldKey }
  | {
      readonly file: ContentFile
      readonly kind: 'backup'
      readonly key: HeldKey
      readonly container: SoundContainer
    }

/** What the inventory's files are to an open vault. */
export interface JudgedCopies {
  /** Copies from which an erasure removes the client at once. */
  readonly openable: readonly OpenableCopy[]
  /** Half-made copies, and journals without their database. Nobody needs them, so an erasure deletes them. */
  readonly useless: readonly ContentFile[]
  /** Half-made copies that another computer may be writing. An erasure names them and looks at them again later. */
  readonly halfMade: readonly ContentFile[]
  /** Files that may hold the vault's data and that none of its keys opens. Attune leaves them alone. */
  readonly unopened: readonly ContentFile[]
  /** Folders that can't be read now. */
  readonly away: readonly string[]
}

interface JudgeParts {
  readonly backupFolders: readonly BackupFolder[]
  /** Whether a backup no longer read as it was written; rotation then leaves it alone. */
  readonly isRotted: (file: ContentFile) => boolean
}

type Judged = OpenableCopy | 'useless' | 'half-made' | 'unopened' | 'left'

/** SQLite's smallest page; a database is never smaller. */
const smallestDatabase = 512
/** A note of erased clients is the largest of Attune's own small files. */
const largestState = 4 * 1024 * 1024

/**
 * Says of every file that can hold vault data which key of the vault opens it, and what is to become of it when a client
 * is erased. Leaves out the open database, usual backups that rotation deletes in time, and what belongs to another
 * vault.
 */
export async function judgeCopies(
  vault: OpenVault,
  { backupFolders, isRotted }: JudgeParts,
): Promise<JudgedCopies> {
  const { files, away } = listContentFiles(vault.folder, backupFolders)
  const paths = new Set(files.map(({ path }) => path))
  const present = join(vault.folder, vault.header().dbFile)
  const keys = vault.heldKeys()
  const { vaultId } = vault.header()

  const judge = async (file: ContentFile): Promise<Judged> => {
    const { path, kind, place } = file
    if (path === present) return 'left'
    if (kind === 'staged' || kind === 'unfinished') return 'useless'
    if (kind === 'partial')
      return isAbandoned(path, isOthersFolder(place, dirname(path))) ? 'useless' : 'half-made'
    if (kind === 'journal') return isBesideDatabase(path, paths) ? 'left' : 'useless'
    if (kind === 'state' && isState(path)) return 'left'
    if (kind === 'backup' || kind === 'copy' || kind === 'state') {
      const read = await readContainer(path)
      if (read.kind === 'backup') return judgeBackup(file, read)
      if (kind === 'backup' || read.kind !== 'foreign') return 'unopened'
    }
    const key = keyOfDatabase(path, keys, vault)
    if (key) return { file, kind: 'database', key }
    return place === 'vault' && mayBeDatabase(path) ? 'unopened' : 'left'
  }

  const judgeBackup = (file: ContentFile, container: SoundContainer): Judged => {
    const key = keys.find(({ withKey }) => withKey('backup-mac', (mac) => openFacts(container.head, mac)))
    if (!key) return container.head.vault.vaultId === vaultId ? 'unopened' : 'left'
    const isRotatedAway = isInRotation(file, container.head, key) && !isRotted(file)
    return isRotatedAway ? 'left' : { file, kind: 'backup', key, container }
  }

  const judged = await Promise.all(
    files.map(async (file) => ({ file, as: await judge(file).catch((): Judged => 'unopened') })),
  )
  const filesAs = (kind: Judged) => judged.flatMap(({ file, as }) => (as === kind ? [file] : []))
  return {
    openable: judged.flatMap(({ as }) => (typeof as === 'string' ? [] : [as])),
    useless: filesAs('useless'),
    halfMade: filesAs('half-made'),
    unopened: filesAs('unopened'),
    away,
  }
}

/** Whether rotation counts a backup, and deletes it by the day that the erasure names. */
function isInRotation({ kind, place, path, name }: ContentFile, head: Head, { age }: HeldKey): boolean {
  // Rotation doesn't look into folders within its folder.
  const isInUse = (place === 'default' || place === 'chosen') && name === basename(path)
  return kind === 'backup' && isInUse && age === 'present' && reasonOf(head) === 'usual'
}

/** Whether a journal has the name under which SQLite looks for the journal of a database that is there. */
function isBesideDatabase(journal: string, paths: ReadonlySet<string>): boolean {
  const database = journal.replace(/-(journal|wal|shm)$/, '')
  return database !== journal && paths.has(database)
}

/** Whether a file with the name of a header, a note or a mark is one, and no copy of the vault under that name. */
function isState(path: string): boolean {
  const text = readSmallFile(path, largestState)?.toString('utf8')
  if (text === undefined) return false
  try {
    return text === '' || typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}

function mayBeDatabase(path: string): boolean {
  const { size } = statSync(path)
  return size > 0 && size % smallestDatabase === 0
}

/** The key that opens a database; null if none does. Changes nothing. */
function keyOfDatabase(path: string, keys: readonly HeldKey[], { folder }: OpenVault): HeldKey | null {
  const room = () => prepareStaging(folder)
  return keys.find(({ withKey }) => withKey('database', (key) => isOpenedBy(path, key, room))) ?? null
}

/** The folder and name of a file, as the screen shows them. */
export function shownFile({ path }: ContentFile): { folder: string; name: string } {
  return { folder: dirname(path), name: basename(path) }
}
