import type { AppEvent } from '#shared/contract/events.ts'
import type { LastLock } from '#shared/contract/operations/app.ts'
import type { VaultClient } from './vault-client.ts'

export type LockReason = Extract<AppEvent, { name: 'locking' }>['reason']

export interface LockOptions {
  readonly vault: Pick<VaultClient, 'state' | 'isOpening' | 'setLocking' | 'lock' | 'quit' | 'hurry'>
  readonly tell: (event: AppEvent) => void
  readonly reload: () => void
  /** Asks whether to quit although some typed text could not be saved. */
  readonly confirmLoss: () => Promise<boolean>
}

const longestFlushMilliseconds = 500
/** No system waits for Attune before it sleeps. */
const longestSystemFlushMilliseconds = 200
/** Quitting may wait a little longer than a lock, because nobody waits for the screen to go blank. */
const longestQuitFlushMilliseconds = 3_000

/** A page that fails this often while the vault is locked fails at every start, so reloading won't help. */
const mostFailuresWhileLocked = 3

/** Nobody waits for these locks to end, so a backup may run while the key is still in memory. */
const leavesTimeForBackup: ReadonlySet<LockReason> = new Set(['command', 'idle'])

/**
 * Main's operations allowed while the screen is blank: the page reports that it has saved what was typed, and that a copy
 * begun before the lock has reached the clipboard, which the lock then clears.
 */
const allowedWhileLocking: ReadonlySet<string> = new Set(['lock.ready', 'app.noteCopied'])

/**
 * Locks in order: blanks the screen, saves what is being typed (for at most half a second, and 0.2 s if the computer
 * goes to sleep; then the lock wins and the loss is reported), ends the process that holds the key, and has a new process
 * load the page.
 */
export function createLock({ vault, tell, reload, confirmLoss }: LockOptions) {
  let ongoing: Promise<boolean> | null = null
  let isBackupPossible = false
  let isClosing = false
  let isSystemWaiting = false
  const systemWaits = Promise.withResolvers<true>()
  let onReady: ((isDraftSafe: boolean) => void) | null = null
  let last: LastLock | null = null
  let failuresWhileLocked = 0

  const flushed = (reason: LockReason): Promise<boolean> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), longestFlushFor(reason))
      onReady = (isDraftSafe) => {
        clearTimeout(timer)
        resolve(isDraftSafe)
      }
    })

  const mayReload = (reason: LockReason): boolean =>
    reason !== 'failure' || failuresWhileLocked <= mostFailuresWhileLocked

  /** Resolves to whether it locked: quitting can be cancelled while some typed text is not saved. */
  const run = async (reason: LockReason): Promise<boolean> => {
    const isOpen = vault.state() !== 'locked'
    if (isOpen) failuresWhileLocked = 0
    isBackupPossible = isOpen && leavesTimeForBackup.has(reason)
    if (isOpen) {
      vault.setLocking(true)
      tell({ name: 'locking', reason })
    }
    const isDraftSafe = isOpen ? await flushed(reason) : true
    onReady = null
    if (reason === 'quit' && !isDraftSafe && !isSystemWaiting) {
      // The question may still be on the screen when the system begins to shut down.
      if (!(await Promise.race([confirmLoss(), systemWaits.promise]))) {
        vault.setLocking(false)
        return false
      }
    }
    last = { reason, isDraftSafe }
    isClosing = true
    if (reason === 'quit') await vault.quit()
    else {
      await vault.lock({ mayBackUp: isBackupPossible, isHurried: reason === 'system' })
      if (mayReload(reason)) reload()
    }
    return true
  }

  return {
    /**
     * Locks unless already locked, and ends a running key derivation. A second call joins a running lock. False only if
     * quitting was cancelled. When the computer goes to sleep, no backup starts and a running one is given up.
     */
    lock: (reason: LockReason): Promise<boolean> => {
      if (ongoing && (reason === 'system' || isSystemWaiting)) {
        isBackupPossible = false
        if (isClosing) vault.hurry()
      }
      const isLocked = vault.state() === 'locked'
      // A page that fails at its first request fails while the vault counts as opening.
      if (isLocked && reason === 'failure') failuresWhileLocked += 1
      if (isLocked && reason !== 'quit' && !vault.isOpening()) {
        // After a restore the vault is locked, but the page still holds data of the previous vault. A crashed page
        // holds and shows nothing.
        if ((reason === 'command' || reason === 'failure') && mayReload(reason)) reload()
        return Promise.resolve(true)
      }
      ongoing ??= run(reason).finally(() => {
        ongoing = null
        isClosing = false
      })
      return ongoing
    },
    /** The system is shutting down, so nobody can answer a question. Quitting no longer waits for an answer. */
    noteSystemWaiting: (): void => {
      isSystemWaiting = true
      systemWaits.resolve(true)
    },
    ready: (isDraftSafe: boolean): void => onReady?.(isDraftSafe),
    allows: (path: string): boolean => ongoing === null || allowedWhileLocking.has(path),
    /** The vault process ended unexpectedly: text typed since the last saved draft may be lost. */
    noteFailure: (): void => {
      last = { reason: 'failure', isDraftSafe: false }
    },
    last: () => last,
  }
}

function longestFlushFor(reason: LockReason): number {
  if (reason === 'quit') return longestQuitFlushMilliseconds
  return reason === 'system' ? longestSystemFlushMilliseconds : longestFlushMilliseconds
}

export type Lock = ReturnType<typeof createLock>
