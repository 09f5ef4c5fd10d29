import { allowChanges, holdChanges } from '../database/change.ts'
import type { ReplacementReason } from '../database/set-aside-name.ts'
import { AppError } from '#shared/contract/result.ts'
import type { OpenVault, Replacement } from '../opening/open-vault.ts'
import type { BackedUpVault } from './backed-up-vault.ts'
import type { Backups } from './backup-service.ts'

/** A network share or a drive can hang without ever reporting a failure. */
const longestStillnessMilliseconds = 30_000
const lookEveryMilliseconds = 1_000

/**
 * Backs a vault up before another database replaces it. Returns whether a place has that backup.
 *
 * Gives up after 30 seconds without progress, because changes are refused meanwhile; the caller then sets the replaced
 * database aside.
 */
export async function backUpBefore(
  backups: Pick<Backups, 'make'>,
  vault: BackedUpVault,
  reason: ReplacementReason,
): Promise<boolean> {
  let lastProgress = performance.now()
  const progress = (): void => {
    lastProgress = performance.now()
  }
  const made = backups.make(vault, { reason, progress })
  const { promise: stillness, resolve: giveUp } = Promise.withResolvers<readonly []>()
  const timer = setInterval(() => {
    if (performance.now() - lastProgress > longestStillnessMilliseconds) giveUp([])
  }, lookEveryMilliseconds).unref()
  try {
    const outcomes = await Promise.race([made, stillness])
    return outcomes.some(({ code }) => code === null)
  } finally {
    clearInterval(timer)
  }
}

interface BackedUpReplacement {
  readonly vault: OpenVault
  readonly backups: Pick<Backups, 'make'>
  readonly now: () => Date
  /** Writes the audit entries that still wait for the disk. */
  readonly flushLog: () => void
  /** Whether this vault is still the open one. A lock closes it. */
  readonly isOpen: () => boolean
  /** Replaces the vault. */
  readonly replace: (old: Replacement['old']) => void
}

/**
 * Backs the vault up before a re-encryption replaces it. If no place has that backup, the old database is set aside
 * instead of deleted. Refuses changes from the copy until the replacement.
 */
export async function reencryptBackedUp(given: BackedUpReplacement): Promise<void> {
  const { vault, backups, now, flushLog, isOpen, replace } = given
  const reason = 'before-re-encryption'
  flushLog()
  holdChanges(vault.db)
  try {
    const isBackedUp = await backUpBefore(backups, vault, reason)
    if (!isOpen()) throw new AppError('not-available')
    // What was viewed during the backup belongs to the log that the new database continues.
    allowChanges(vault.db)
    flushLog()
    replace(isBackedUp ? 'delete' : { reason, at: now() })
  } finally {
    allowChanges(vault.db)
  }
}
