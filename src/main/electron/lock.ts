import type { AppEvent } from '#shared/contract/events.ts'
import type { LastLock } from '#shared/contract/operations/app.ts'
import type { VaultClient } from './vault-client.ts'

export type LockReason = Extract<AppEvent, { name: 'locking' }>['reason']

export interface LockOptions {
  readonly vault: VaultClient
  readonly tell: (event: AppEvent) => void
  readonly reload: () => void
}

const longestFlushMilliseconds = 500

/** What may still be asked for while the screen is blank: saving what was being typed, and saying that it is done. */
const allowedWhileLocking = new Set(['drafts.save', 'handOver.saveAnswers', 'lock.ready'])

/**
 * Locks in order: the screen goes blank, what is being typed is saved (for half a second at most; then the lock
 * wins and the loss is told), the process that holds the key ends, the renderer starts afresh.
 */
export function createLock({ vault, tell, reload }: LockOptions) {
  let ongoing: Promise<void> | null = null
  let onReady: ((isDraftSafe: boolean) => void) | null = null
  let last: LastLock | null = null

  const flushed = (): Promise<boolean> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), longestFlushMilliseconds)
      onReady = (isDraftSafe) => {
        clearTimeout(timer)
        resolve(isDraftSafe)
      }
    })

  const run = async (reason: LockReason): Promise<void> => {
    tell({ name: 'locking', reason })
    const isDraftSafe = await flushed()
    onReady = null
    last = { reason, isDraftSafe }
    if (reason === 'quit') await vault.quit()
    else {
      await vault.lock()
      reload()
    }
  }

  return {
    /** Locks unless it is locked already; a second call while one runs joins it. */
    lock: (reason: LockReason): Promise<void> => {
      if (vault.state() === 'locked') return reason === 'quit' ? vault.quit() : Promise.resolve()
      ongoing ??= run(reason).finally(() => {
        ongoing = null
      })
      return ongoing
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
