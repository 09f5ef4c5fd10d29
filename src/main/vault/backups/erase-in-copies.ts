import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { CopiesFound } from '#shared/contract/operations/rights.ts'
import { AppError } from '#shared/contract/result.ts'
import { journalOf } from '../database/journal.ts'
import { answeringOf, isAnswering } from '../files/answering-folder.ts'
import { removeIfThere, syncFolder } from '../files/write-durably.ts'
import type { ContentFile } from '../inventory/content-files.ts'
import type { OpenVault } from '../opening/open-vault.ts'
import type { ErasedClient } from '../records/erased-clients.ts'
import type { Backups } from './backup-service.ts'
import { markOf } from './copy-mark.ts'
import { assertIntact } from './database-facts.ts'
import { eraseInCopy, type GoneFromVault } from './erase-in-copy.ts'
import { foldersBehind, readErasureNotes, writeErasureNotes } from './erasure-notes.ts'
import { judgeCopies, shownFile, type JudgedCopies } from './judge-copies.ts'

/** What an erasure did in the copies of a vault. */
export interface CopiesErased extends CopiesFound {
  /** The folders in which something is left to do: not connected now, or not writable. */
  readonly pending: readonly string[]
  /** Marks of the copies that hold none of it now. */
  readonly clean: readonly string[]
}

interface CopiesParts {
  readonly backups: Backups
  /** Gives up what was opened to be restored. */
  readonly forgetStaged: () => void
  /** Whether this vault is still the open one. A lock ends the work after the present file. */
  readonly isOpen: (vault: OpenVault) => boolean
}

const mostShown = 100

/** Finds the copies of a vault, and removes clients and sessions from them. */
export function createCopies({ backups, forgetStaged, isOpen }: CopiesParts) {
  /** Folders that the user chose and that don't answer now. A file there is read synchronously, which would stop the vault. */
  const silentFolders = async (): Promise<Set<string>> => {
    const chosen = backups.folders().flatMap(({ kind, folder }) => (kind === 'default' ? [] : [folder]))
    const answering = await answeringOf(chosen)
    return new Set(chosen.filter((folder) => !answering.includes(folder)))
  }
  const answeringFolders = async (): Promise<string[]> => {
    const silent = await silentFolders()
    return backups.folders().flatMap(({ folder }) => (silent.has(folder) ? [] : [folder]))
  }
  const canReach = async ({ place, path }: ContentFile): Promise<boolean> =>
    (place !== 'chosen' && place !== 'earlier') || (await isAnswering(dirname(path)))

  const judge = async (vault: OpenVault): Promise<JudgedCopies> => {
    backups.matchFolders(vault)
    const silent = await silentFolders()
    const judged = await judgeCopies(vault, {
      backupFolders: backups.folders().filter(({ folder }) => !silent.has(folder)),
      isRotted: ({ place, name }) =>
        (place === 'default' || place === 'chosen') && backups.isRotted({ place, name }),
    })
    return { ...judged, away: [...judged.away, ...silent] }
  }

  const eraseNow = async (vault: OpenVault, gone: GoneFromVault): Promise<CopiesErased> => {
    if (!isOpen(vault)) throw new AppError('not-available')
    forgetStaged()
    const { openable, useless, halfMade, unopened, away } = await judge(vault)
    const pending = new Set([...away, ...halfMade.map(({ path }) => dirname(path))])
    const left: ContentFile[] = [...unopened, ...halfMade]
    const clean: string[] = []
    let copies = 0

    /** Deletes a file, and its journal if it is a database. Names it as left if the disk refuses. */
    const remove = (file: ContentFile): void => {
      try {
        for (const path of [file.path, journalOf(file.path)]) removeIfThere(path)
        syncFolder(dirname(file.path))
      } catch {
        pending.add(dirname(file.path))
        left.push(file)
      }
    }

    for (const copy of openable) {
      if (!isOpen(vault)) {
        pending.add(dirname(copy.file.path))
        continue
      }
      // A share can stop answering during the work.
      if (!(await canReach(copy.file))) {
        pending.add(dirname(copy.file.path))
        left.push(copy.file)
        continue
      }
      const outcome = await eraseInCopy(copy, gone)
      if (outcome.kind === 'rewritten') copies += 1
      if (outcome.kind === 'rewritten' || outcome.kind === 'without') clean.push(outcome.mark)
      if (outcome.kind === 'failed') {
        pending.add(dirname(copy.file.path))
        left.push(copy.file)
      }
      if (outcome.kind !== 'damaged') continue
      // A copy that can't be rewritten may still show the client. It is no loss once the vault itself is whole.
      if (isOpen(vault) && isWhole(vault)) remove(copy.file)
      else left.push(copy.file)
    }
    for (const file of useless) if ((await canReach(file)) && existsSync(file.path)) remove(file)
    return { copies, unreached: shown(left), away: [...away], pending: [...pending], clean }
  }

  return {
    /** The copies of one open vault. */
    of: (vault: OpenVault) => ({
      /** What an erasure would find. */
      look: async (): Promise<CopiesFound> => {
        const { openable, halfMade, unopened, away } = await judge(vault)
        return { copies: openable.length, unreached: shown([...unopened, ...halfMade]), away: [...away] }
      },
      /**
       * Removes clients and sessions from every copy that a key of the vault opens and that rotation doesn't delete in time, and
       * deletes half-made copies. Makes no backup meanwhile.
       */
      erase: (gone: GoneFromVault): Promise<CopiesErased> => backups.alone(() => eraseNow(vault, gone)),
      /** Marks of the copies from which an erasure would remove a client. A copy that comes or is written has another. */
      marks: async (): Promise<string[]> =>
        (await judge(vault)).openable.flatMap(({ file }) => markOf(file.path) ?? []),
      /** The folders in which copies may lie. */
      folders: (): string[] => [vault.folder, ...backups.folders().map(({ folder }) => folder)],
      formerFolders: (): string[] =>
        backups.folders().flatMap(({ kind, folder }) => (kind === 'earlier' ? [folder] : [])),
      reachable: async (folders: readonly string[]): Promise<string[]> =>
        (await answeringOf(folders)).filter((folder) => existsSync(folder)),
      /** The erased clients that the folders for backups remember. */
      notedErasures: async (): Promise<ErasedClient[]> => readErasureNotes(vault, await answeringFolders()),
      foldersBehind: async (clients: readonly ErasedClient[]): Promise<string[]> =>
        foldersBehind(vault, await answeringFolders(), clients),
      noteErasures: async (clients: readonly ErasedClient[]): Promise<void> =>
        writeErasureNotes(vault, await answeringFolders(), clients),
    }),
  }
}

/** Reads the whole open database through. */
function isWhole({ db }: OpenVault): boolean {
  try {
    assertIntact(db)
    return true
  } catch {
    return false
  }
}

function shown(files: readonly ContentFile[]): CopiesFound['unreached'] {
  return files.slice(0, mostShown).map(shownFile)
}
