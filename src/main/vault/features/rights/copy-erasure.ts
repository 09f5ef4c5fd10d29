import type Database from 'better-sqlite3'
import type { CopiesFound, ReturnedClient } from '#shared/contract/operations/rights.ts'
import { AppError } from '#shared/contract/result.ts'
import { clientIdSchema } from '#shared/records/ids.ts'
import { changeUncounted } from '../../database/change.ts'
import { lineageOf } from '../../database/lineage.ts'
import { despiteStorageFailures, explainStorageFailure } from '../../files/sqlite-failure.ts'
import type { ErasedClient, ErasedClients } from '../../records/erased-clients.ts'
import {
  foldersToFinish,
  formerFoldersWithCleanCopies,
  lineWithCleanCopies,
  putFoldersToFinish,
  putFormerFoldersWithCleanCopies,
  putLineWithCleanCopies,
} from '../../records/unfinished-erasure.ts'
import type { VaultSettingsRepository } from '../../records/vault-settings.repository.ts'

/** The copies of the open vault: backups, set-aside databases, and what else can hold its data. */
export interface VaultCopies {
  /** The day by which no usual backup holds data erased at this count of changes; null if none holds it now. */
  readonly leavesBackupsOn: (sequence: number) => Promise<string | null>
  readonly look: () => Promise<CopiesFound>
  /** Removes clients from every copy within reach. `pending` are the folders in which something is left to do. */
  readonly erase: (
    clientIds: readonly string[],
  ) => Promise<CopiesFound & { readonly pending: readonly string[] }>
  readonly folders: () => readonly string[]
  /** The folders that were used for backups once. Nothing deletes a backup there in time. */
  readonly formerFolders: () => readonly string[]
  readonly isReachable: (folder: string) => boolean
  /** The erased clients that are remembered beside the vault. */
  readonly notedErasures: () => readonly ErasedClient[]
  /** The folders within reach that remember other decisions about these clients, or none. */
  readonly foldersBehind: (clients: readonly ErasedClient[]) => readonly string[]
  readonly noteErasures: (clients: readonly ErasedClient[]) => void
}

/** A vault without any copy. */
export const noCopies: VaultCopies = {
  leavesBackupsOn: () => Promise.resolve(null),
  look: () => Promise.resolve({ copies: 0, unreached: [], away: [] }),
  erase: () => Promise.resolve({ copies: 0, unreached: [], away: [], pending: [] }),
  folders: () => [],
  formerFolders: () => [],
  isReachable: () => false,
  notedErasures: () => [],
  foldersBehind: () => [],
  noteErasures: () => undefined,
}

interface CopyErasureParts {
  readonly db: Database.Database
  readonly copies: VaultCopies
  readonly erasedClients: ErasedClients
  readonly vaultSettings: VaultSettingsRepository
}

/** Keeps erased clients out of the copies of the vault, and remembers them beside it. */
export function createCopyErasure({ db, copies, erasedClients, vaultSettings }: CopyErasureParts) {
  let isErasing = false

  const returned = () => erasedClients.returned(copies.notedErasures())

  /** Lets the vault and the folders for backups remember the same. */
  const remember = (): void => {
    const noted = copies.notedErasures()
    changeUncounted(db, () => erasedClients.learn(noted))
    copies.noteErasures(erasedClients.all())
  }

  /**
   * Notes the folders that don't know of an erasure as unfinished. What lies there was put there before it, such as by a
   * drive that was put back to an earlier day.
   */
  const noteFoldersBehind = (): void => {
    const erased = erasedClients.all().filter(({ isKept }) => !isKept)
    const behind = copies.foldersBehind(erased)
    if (behind.length === 0) return
    const unfinished = new Set([...foldersToFinish(vaultSettings), ...behind])
    changeUncounted(db, () => putFoldersToFinish(vaultSettings, [...unfinished]))
  }

  /**
   * Removes all erased clients from the copies. A client who came back with an older copy of the vault stays in the
   * copies, too, until the user has decided.
   */
  const erase = async (): Promise<CopiesFound> => {
    const undecided = new Set(returned().map(({ clientId }) => clientId))
    const ids = erasedClients.all().flatMap(({ id, isKept }) => (isKept || undecided.has(id) ? [] : [id]))
    isErasing = true
    const former = copies.formerFolders()
    const { pending, ...found } = await copies.erase(ids).finally(() => {
      isErasing = false
    })
    // The client is erased, whatever comes of this note; without it the next unlock looks at the copies again.
    if (db.open)
      despiteStorageFailures(() => {
        changeUncounted(db, () => {
          putFoldersToFinish(vaultSettings, pending)
          putFormerFoldersWithCleanCopies(
            vaultSettings,
            former.filter((folder) => !pending.includes(folder)),
          )
          putLineWithCleanCopies(vaultSettings, lineageOf(db))
        })
        remember()
      })
    return found
  }

  /**
   * Whether a copy within reach may hold an erased client. What a restore or a folder put back replaced can hold one who
   * had come back, so each line of states begins with a look at the copies. Usual backups with one stay in a folder that
   * is in use, until rotation deletes them; once the folder is no longer used, nothing does.
   */
  const isUnfinished = (): boolean => {
    if (foldersToFinish(vaultSettings).some(copies.isReachable)) return true
    if (erasedClients.all().every(({ isKept }) => isKept)) return false
    if (lineWithCleanCopies(vaultSettings) !== lineageOf(db)) return true
    const clean = formerFoldersWithCleanCopies(vaultSettings)
    return copies.formerFolders().some((folder) => !clean.includes(folder) && copies.isReachable(folder))
  }

  return {
    erase,
    remember,
    /** The erased clients who are in the vault again. */
    returned: (): ReturnedClient[] =>
      returned().map(({ clientId, ...shown }) => ({ clientId: clientIdSchema.parse(clientId), ...shown })),
    /**
     * Ends an erasure that was interrupted, could not reach a folder, or was followed by a restore. Meant for when nobody
     * waits; the next unlock tries again after a failure.
     */
    finish: async (): Promise<void> => {
      if (!db.open) return
      try {
        noteFoldersBehind()
        remember()
        if (!isErasing && isUnfinished()) await erase()
      } catch (cause) {
        // A lock ends the work wherever it is.
        if (db.open && !(explainStorageFailure(cause) instanceof AppError)) throw cause
      }
    },
  }
}

export type CopyErasure = ReturnType<typeof createCopyErasure>
