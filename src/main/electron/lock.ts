import type { AppEvent } from '#shared/contract/events.ts'
import type { LastLock } from '#shared/contract/operations/app.ts'
import type { VaultClient } from './vault-client.ts'

export type LockReason = Extract<AppEvent, { name: 'locking' }>['reason']

export interface LockOptions {
  readonly vault: Pick<VaultClient, 'state' | 'isOpening' | 'lock' | 'quit' | 'hurry'>
  readonly tell: (event: AppEvent) => void
  readonly reload: () => void
  /** What was being typed could not be saved: whether to quit all the same. */
  readonly confirmLoss: () => Promise<boolean>
}

const longestFlushMilliseconds = 500
/** Quitting can wait a little longer than a lock: nobody is waiting for the screen to go blank. */
const longestQuitFlushMilliseconds = 3_000

/** A page that fails this often while the vault is locked fails at every start: starting it once more won't help. */
const mostFailuresWhileLocked = 3

/** Nobody waits for these locks to end, so the vault may be backed up while its key is still there. */
const leavesTimeForBackup: ReadonlySet<LockReason> = new Set(['command', 'idle'])

/** What may still be asked for while the screen is blank: saving what was being typed, and saying that it is done. */
const allowedWhileLocking = new Set([
  'drafts.save',
  'evidence.saveNote',
  'evidence.saveOwn',
  'handOver.saveAnswers',
  'lock.ready',
])

/**
 * Locks in order: the screen goes blank, what is being typed is saved (for half a second at most; then the lock
 * wins and the loss is told), the process that holds the key ends, the renderer starts afresh.
 */
export function createLock({ vault, tell, reload, confirmLoss }: LockOptions) {
  let ongoing: Promise<boolean> | null = null
  let isBackupPossible = false
  let isClosing = false
  let isSystemWaiting = false
  let onReady: ((isDraftSafe: boolean) => void) | null = null
  let last: LastLock | null = null
  let failuresWhileLocked = 0

  const flushed = (reason: LockReason): Promise<boolean> =>
    new Promise((resolve) => {
      const patience = reason === 'quit' ? longestQuitFlushMilliseconds : longestFlushMilliseconds
      const timer = setTimeout(() => resolve(false), patience)
      onReady = (isDraftSafe) => {
        clearTimeout(timer)
        resolve(isDraftSafe)
      }
    })

  /** Whether it locked: quitting can be called off while something typed is not saved. */
  const run = async (reason: LockReason): Promise<boolean> => {
    failuresWhileLocked = 0
    const isOpen = vault.state() !== 'locked'
    isBackupPossible = isOpen && leavesTimeForBackup.has(reason)
    if (isOpen) tell({ name: 'locking', reason })
    const isDraftSafe = isOpen ? await flushed(reason) : true
    onReady = null
    if (reason === 'quit' && !isDraftSafe && !isSystemWaiting && !(await confirmLoss())) return false
    last = { reason, isDraftSafe }
    isClosing = true
    if (reason === 'quit') await vault.quit()
    else {
      await vault.lock({ mayBackUp: isBackupPossible })
      reload()
    }
    return true
  }

  return {
    /**
     * Locks unless it is locked already, and ends a key derivation that is under way; a second call while one runs
     * joins it. False only where quitting was called off. When the computer goes to sleep there is no time for a
     * backup, nor for the rest of one that has begun.
     */
    lock: (reason: LockReason): Promise<boolean> => {
      if (ongoing && (reason === 'system' || isSystemWaiting)) {
        isBackupPossible = false
        if (isClosing) vault.hurry()
      }
      if (vault.state() === 'locked' && reason !== 'quit' && !vault.isOpening()) {
        // After a restore the vault is locked while the page still holds what it knew of the one before; a page that
        // crashed holds nothing, and shows nothing.
        if (
          reason === 'command' ||
          (reason === 'failure' && ++failuresWhileLocked <= mostFailuresWhileLocked)
        )
          reload()
        return Promise.resolve(true)
      }
      ongoing ??= run(reason).finally(() => {
        ongoing = null
        isClosing = false
      })
      return ongoing
    },
    /** The system itself is going down: there is nobody to ask. */
    noteSystemWaiting: (): void => {
      isSystemWaiting = true
    },
    ready: (isDraftSafe: boolean): void => onReady?.(isDraftSafe),
    allows: (path: string): boolean => ongoing === null || allowedWhileLocking.has(path),
    /** The vault process ended on its own: what was typed since the last saved draft may be gone. */
    noteFailure: (): void => {
      last = { reason: 'failure', isDraftSafe: false }
    },
    last: () => last,
  }
}

export type Lock = ReturnType<typeof createLock>
