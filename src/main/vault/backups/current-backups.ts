import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { BackupReason } from '#shared/contract/operations/backups.ts'
import type { BackupReadings } from './backup-readings.ts'
import type { BackedUpVault } from './backed-up-vault.ts'
import type { Progress } from './container.ts'
import { genuineIn, isOfPresent, type GenuineBackup } from './genuine-backups.ts'
import { idOf, markOf, type Place, type PlaceContent } from './places.ts'
import type { ReadThrough } from './read-through.ts'

interface CurrentParts {
  readonly readings: BackupReadings
  readonly through: ReadThrough
}

/**
 * Finds the backups that hold exactly the vault's current content and keyslots. Anybody can put the head of a backup
 * before another content, so a file counts only once every byte of it was read or written under the key.
 */
export function createCurrentBackups({ readings, through }: CurrentParts) {
  const isWhole = ({ found }: GenuineBackup): boolean => readings.isWhole(idOf(found))

  /** Those that say so in their heads. A usual one may have any reason; rotation keeps another reason for longer. */
  const headsIn = (vault: BackedUpVault, content: PlaceContent, reason: BackupReason): GenuineBackup[] =>
    genuineIn(vault, content)
      .filter(({ found }) => !readings.isRotted(idOf(found)))
      .filter((backup) => reason === 'usual' || backup.reason === reason)
      .filter(({ head }) => isOfPresent(head, vault))

  return {
    /** Whether a place has such a backup. Reads none. */
    isKnown: (vault: BackedUpVault, content: PlaceContent): boolean =>
      headsIn(vault, content, 'usual').some(isWhole),
    /**
     * Such a backup, or null. If none is known to be whole, reads one of those that say they are: many forged files must
     * not delay the backup that is due.
     */
    proven: async (
      vault: BackedUpVault,
      content: PlaceContent,
      { reason, progress }: { readonly reason: BackupReason; readonly progress: Progress },
    ): Promise<GenuineBackup | null> => {
      const backups = headsIn(vault, content, reason)
      const known = backups.find(isWhole)
      const [unread] = backups
      if (known || !unread) return known ?? null
      return (await through.read(vault, unread.found, progress)) ? unread : null
    },
    /** Stores that a finished backup is whole. It must have its name already, because renaming changes the mark. */
    noteMade: async ({ kind }: Place, path: string): Promise<void> => {
      const mark = markOf(await stat(path, { bigint: true }))
      readings.noteMade({ place: kind, name: basename(path), mark })
    },
  }
}
