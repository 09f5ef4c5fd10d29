import { lstatSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type Database from 'better-sqlite3'
import { z } from 'zod'
import { AppError } from '#shared/contract/result.ts'
import { changeUncounted } from '../../database/change.ts'
import { isAnswering } from '../../files/answering-folder.ts'
import { despiteStorageFailures } from '../../files/sqlite-failure.ts'
import { isThere } from '../../files/write-durably.ts'
import { isUnfinished } from '../../files/write-new-folder.ts'
import type { VaultSettingsRepository } from '../../records/vault-settings.repository.ts'

const setting = 'unfinished-exports'
const mostNoted = 20
const pathsSchema = z.array(z.string()).catch([])

interface UnfinishedParts {
  readonly db: Database.Database
  readonly vaultSettings: VaultSettingsRepository
}

/**
 * Remembers the hidden files and folders that exports are until they are whole. A lock or a loss of power can end the
 * process in the middle, and what people said would then stay in clear where nobody sees it.
 */
export function createUnfinishedExports({ db, vaultSettings }: UnfinishedParts) {
  const noted = (): string[] => pathsSchema.parse(vaultSettings.get(setting))

  /** A vault that takes no change now must still let everything out. */
  const keep = (paths: readonly string[]): void => {
    if (!db.open || db.readonly) return
    try {
      changeUncounted(db, () => vaultSettings.put(setting, paths.slice(-mostNoted)))
    } catch (cause) {
      if (!(cause instanceof AppError)) throw cause
    }
  }

  const forget = (path: string): void =>
    despiteStorageFailures(() => keep(noted().filter((one) => one !== path)))

  /**
   * Removes what is left under a noted path, and forgets it. Leaves anything but such a file or folder. Keeps the note
   * while nothing is there or the drive refuses: the place where a drive appears can stay, empty, while it is away.
   */
  const remove = (path: string): void => {
    try {
      if (!isFolder(dirname(path)) || !isThere(path)) return
      if (isUnfinished(path) && (isFolder(path) || isFile(path))) rmSync(path, { recursive: true })
      forget(path)
    } catch (cause) {
      if (!(cause instanceof Error && 'syscall' in cause)) throw cause
    }
  }

  return {
    note: (path: string): void => keep([...noted(), path]),
    forget,
    remove,
    /** Removes what earlier processes left. What can't be removed now stays noted for the next unlock. */
    clear: async (): Promise<void> => {
      for (const path of noted()) if ((await isAnswering(dirname(path))) && db.open) remove(path)
    },
  }
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true
}

/** False for a link, which could lead to a folder of the user's own. */
function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}
