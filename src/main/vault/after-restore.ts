import { despiteStorageFailures } from './files/sqlite-failure.ts'
import type { OpenVault } from './opening/open-vault.ts'
import type { VaultStates, VaultWithFeatures } from './vault-states.ts'

interface AfterRestoreParts {
  readonly states: VaultStates
  readonly withFeatures: (vault: OpenVault) => VaultWithFeatures
  /** Called once the vault is locked: the next unlock needs a new process. */
  readonly onNeedsReplacing: () => void
}

/** What happens to the open vault when a restore has replaced it or has failed. */
export function createAfterRestore({ states, withFeatures, onNeedsReplacing }: AfterRestoreParts) {
  const announceLock = (): void => {
    states.announce()
    onNeedsReplacing()
  }

  return {
    /**
     * Logs the restore in the restored vault, then locks, because another passphrase may open it now. The vault has been
     * replaced, so a disk that has no room left for the note makes the restore no failure.
     */
    onRestored: (restored: OpenVault): void => {
      states.lock()
      try {
        despiteStorageFailures(() => {
          withFeatures(restored).features.audit.log.note({ kind: 'backup-restored' })
          restored.close()
        })
      } finally {
        announceLock()
      }
    },
    /** Locks if a restore failed after it had closed the vault, so that nothing is asked of a closed database. */
    onNotRestored: (): void => {
      if (states.opened()?.vault.db.open !== false) return
      states.lock()
      announceLock()
    },
  }
}
