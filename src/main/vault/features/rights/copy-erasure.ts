import { isDeepStrictEqual } from 'node:util'
import type Database from 'better-sqlite3'
import type { CopiesFound, ReturnedClient } from '#shared/contract/operations/rights.ts'
import { AppError } from '#shared/contract/result.ts'
import { clientIdSchema } from '#shared/records/ids.ts'
import type { GoneFromVault } from '../../backups/erase-in-copy.ts'
import { changeUncounted } from '../../database/change.ts'
import { lineageOf } from '../../database/lineage.ts'
import { explainStorageFailure } from '../../files/sqlite-failure.ts'
import type { ErasedClient, ErasedClients } from '../../records/erased-clients.ts'
import {
  foldersToFinish,
  formerFoldersWithCleanCopies,
  lineWithCleanCopies,
  marksOfCleanCopies,
  putFoldersToFinish,
  putFormerFoldersWithCleanCopies,
  putLineWithCleanCopies,
  putMarksOfCleanCopies,
} from '../../records/unfinished-erasure.ts'
import type { RemovedSessions } from '../../records/sessions/removed-sessions.ts'
import type { VaultSettingsRepository } from '../../records/vault-settings.repository.ts'

/** The copies of the open vault: backups, set-aside databases, and what else can hold its data. */
export interface VaultCopies {
  /** The day by which no usual backup holds data erased at this count of changes; null if none holds it now. */
  readonly leavesBackupsOn: (sequence: number) => Promise<string | null>
  readonly look: () => Promise<CopiesFound>
  /** Marks of the copies from which an erasure would remove a client. A copy that comes or is written has another. */
  readonly marks: () => Promise<readonly string[]>
  /**
   * Removes clients and sessions from every copy within reach. `pending` are the folders in which something is left to do, `clean`
   * the marks of the copies that hold none of them now.
   */
  readonly erase: (
    gone: GoneFromVault,
  ) => Promise<CopiesFound & { readonly pending: readonly string[]; readonly clean: readonly string[] }>
  readonly folders: () => readonly string[]
  /** The folders that were used for backups once. Nothing deletes a backup there in time. */
  readonly formerFolders: () => readonly string[]
  /** Those of some folders that are there and answer. */
  readonly reachable: (folders: readonly string[]) => Promise<readonly string[]>
  /** The erased clients that are remembered beside the vault. */
  readonly notedErasures: () => Promise<readonly ErasedClient[]>
  /** The folders within reach that remember other decisions about these clients, or none. */
  readonly foldersBehind: (clients: readonly ErasedClient[]) => Promise<readonly string[]>
  readonly noteErasures: (clients: readonly ErasedClient[]) => Promise<void>
}

/** A vault without any copy. */
export const noCopies: VaultCopies = {
  leavesBackupsOn: () => Promise.resolve(null),
  look: () => Promise.resolve({ copies: 0, unreached: [], away: [] }),
  marks: () => Promise.resolve([]),
  erase: () => Promise.resolve({ copies: 0, unreached: [], away: [], pending: [], clean: [] }),
  folders: () => [],
  formerFolders: () => [],
  reachable: () => Promise.resolve([]),
  notedErasures: () => Promise.resolve([]),
  foldersBehind: () => Promise.resolve([]),
  noteErasures: () => Promise.resolve(),
}

interface CopyErasureParts {
  readonly db: Database.Database
  readonly copies: VaultCopies
  readonly erasedClients: ErasedClients
  readonly removedSessions: Pick<RemovedSessions, 'ids'>
  readonly vaultSettings: VaultSettingsRepository
}

/** One round of work on the copies. */
interface WorkOnCopies {
  /** The decisions that it went by. */
  readonly decided: { readonly clients: readonly ErasedClient[]; readonly sessions: readonly string[] }
  /** The folders in which something is left to do. */
  readonly pending: readonly string[]
  /** Marks of the copies that hold no erased client. */
  readonly clean: readonly string[]
  /** The folders that were no longer used for backups when it began. */
  readonly former: readonly string[]
}

/** Keeps erased clients and removed sessions out of the copies of the vault, and remembers the clients beside it. */
export function createCopyErasure({
  db,
  copies,
  erasedClients,
  removedSessions,
  vaultSettings,
}: CopyErasureParts) {
  let isErasing = false
  const decisions = () => ({ clients: erasedClients.all(), sessions: removedSessions.ids() })

  /** Does work that the next unlock does again if the disk refuses it. A lock ends it wherever it is. */
  const quietly = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (cause) {
      if (db.open && !(explainStorageFailure(cause) instanceof AppError)) throw cause
    }
  }

  const returned = async () => {
    const noted = await copies.notedErasures()
    if (!db.open) throw new AppError('not-available')
    return erasedClients.returned(noted)
  }

  /** Lets the vault and the folders for backups remember the same. A lock meanwhile leaves that to the next unlock. */
  const remember = async (): Promise<void> => {
    const noted = await copies.notedErasures()
    if (!db.open) return
    changeUncounted(db, () => erasedClients.learn(noted))
    await copies.noteErasures(erasedClients.all())
  }

  /**
   * Notes the folders that don't know of an erasure as unfinished. What lies there was put there before it, such as by a
   * drive that was put back to an earlier day.
   */
  const noteFoldersBehind = async (): Promise<void> => {
    const erased = erasedClients.all().filter(({ isKept }) => !isKept)
    const behind = await copies.foldersBehind(erased)
    if (behind.length === 0 || !db.open) return
    const unfinished = new Set([...foldersToFinish(vaultSettings), ...behind])
    changeUncounted(db, () => putFoldersToFinish(vaultSettings, [...unfinished]))
  }

  /**
   * Removes all erased clients and removed sessions from the copies. A client who came back with an older copy of the vault stays in the
   * copies, too, until the user has decided.
   */
  const erase = async (): Promise<CopiesFound> => {
    isErasing = true
    try {
      const undecided = new Set((await returned()).map(({ clientId }) => clientId))
      const decided = decisions()
      const clients = decided.clients.flatMap(({ id, isKept }) => (isKept || undecided.has(id) ? [] : [id]))
      const former = copies.formerFolders()
      const { pending, clean, ...found } = await copies.erase({ clients, sessions: decided.sessions })
      // The client is erased, whatever comes of this note; without it the next unlock looks at the copies again.
      await quietly(() => noteErased({ decided, pending, clean, former }))
      return found
    } finally {
      isErasing = false
    }
  }

  /**
   * Notes in which folders something is left to do. Leaves the earlier note if a client was erased or a session removed
   * during the work, which may still be in every copy.
   */
  const noteErased = async ({ decided, pending, clean, former }: WorkOnCopies): Promise<void> => {
    if (!db.open) return
    changeUncounted(db, () => {
      if (!isDeepStrictEqual(decisions(), decided)) return
      putFoldersToFinish(vaultSettings, pending)
      putFormerFoldersWithCleanCopies(
        vaultSettings,
        former.filter((folder) => !pending.includes(folder)),
      )
      putLineWithCleanCopies(vaultSettings, lineageOf(db))
      putMarksOfCleanCopies(vaultSettings, clean)
    })
    await remember()
  }

  /**
   * Whether a copy within reach may hold an erased client or a removed session. What a restore or a folder put back replaced can hold one who
   * had come back, so each line of states begins with a look at the copies. Usual backups with one stay in a folder that
   * is in use, until rotation deletes them; once the folder is no longer used, nothing does. Somebody or a syncing program
   * may have copied one of them since the last look.
   */
  const isUnfinished = async (): Promise<boolean> => {
    const clean = formerFoldersWithCleanCopies(vaultSettings)
    const unclean = copies.formerFolders().filter((folder) => !clean.includes(folder))
    const waiting = foldersToFinish(vaultSettings)
    const reachable = new Set(await copies.reachable([...waiting, ...unclean]))
    if (!db.open) return false
    if (waiting.some((folder) => reachable.has(folder))) return true
    const { clients, sessions } = decisions()
    if (clients.every(({ isKept }) => isKept) && sessions.length === 0) return false
    if (lineWithCleanCopies(vaultSettings) !== lineageOf(db)) return true
    if (unclean.some((folder) => reachable.has(folder))) return true
    const looked = new Set(marksOfCleanCopies(vaultSettings))
    return (await copies.marks()).some((mark) => !looked.has(mark))
  }

  return {
    erase,
    /** Lets the vault and the folders for backups remember the same. What fails now is done at the next unlock. */
    remember: () => quietly(remember),
    /** The erased clients who are in the vault again. */
    returned: async (): Promise<ReturnedClient[]> =>
      (await returned()).map(({ clientId, ...shown }) => ({
        clientId: clientIdSchema.parse(clientId),
        ...shown,
      })),
    /**
     * Ends an erasure that was interrupted, could not reach a folder, or was followed by a restore. Meant for when nobody
     * waits; the next unlock tries again after a failure.
     */
    finish: () =>
      quietly(async () => {
        if (!db.open) return
        await noteFoldersBehind()
        await remember()
        if (!isErasing && (await isUnfinished())) await erase()
      }),
  }
}

export type CopyErasure = ReturnType<typeof createCopyErasure>
