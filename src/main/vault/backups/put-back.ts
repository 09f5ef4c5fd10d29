import { AppError } from '#shared/contract/result.ts'
import { changeUncounted } from '../database/change.ts'
import { noteNewerBackup, renewLineage } from '../database/lineage.ts'
import { lineageOfVault, type BackedUpVault } from './backed-up-vault.ts'
import { genuineIn } from './genuine-backups.ts'
import type { Place, PlaceContent } from './places.ts'
import { compareNewestFirst } from './rotation.ts'

/** What this process knows of the backups of one open vault. */
interface Session {
  /** The folders whose backups were compared with the vault as it was opened. */
  readonly compared: Set<string>
  /** The backups made since then, which are newer. */
  readonly made: Set<string>
}

/** Finds out whether a vault's folder was put back to an earlier day, by the backups that are newer than the vault. */
export function createPutBackCheck() {
  const sessions = new WeakMap<BackedUpVault['db'], Session>()

  const sessionOf = ({ db }: BackedUpVault): Session => {
    const session = sessions.get(db) ?? { compared: new Set(), made: new Set() }
    sessions.set(db, session)
    return session
  }

  return {
    /** Notes a backup of this session, which is newer than the vault was when it was opened. */
    noteMade: (vault: BackedUpVault, path: string): void => void sessionOf(vault).made.add(path),
    /**
     * Begins a new line of states if a backup in this place is newer than the vault was when it was opened. Otherwise
     * rotation would take every new backup for an old one. Compares each place once, when it can first be read. The next
     * unlock asks the user, who may be in the middle of a session now. Returns whether a new line has begun.
     */
    beginLine: (vault: BackedUpVault, { folder }: Place, content: PlaceContent): boolean => {
      const { db, sequenceAtOpening } = vault
      const { compared, made } = sessionOf(vault)
      if (sequenceAtOpening === null || content.state !== 'ready' || compared.has(folder)) return false
      const lineage = lineageOfVault(vault)
      const [newer] = genuineIn(vault, content)
        .filter(
          (backup) =>
            backup.lineage === lineage && backup.sequence > sequenceAtOpening && !made.has(backup.path),
        )
        .toSorted(compareNewestFirst)
      try {
        if (newer)
          changeUncounted(db, () => {
            renewLineage(db)
            noteNewerBackup(db, newer)
          })
      } catch (cause) {
        if (!(cause instanceof AppError)) throw cause
        // A vault that takes no change now is backed up all the same, and compared again at the next backup.
        return false
      }
      compared.add(folder)
      return newer !== undefined
    },
  }
}
