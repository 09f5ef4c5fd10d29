import { addFailedAttempt, forgetFailedAttempts, noAttempts, readFailedAttempts } from './failed-attempts.ts'

const longestSeconds = 30

/** The wait before the next try after this many wrong ones, in milliseconds: 1 s, 2, 4, up to 30. */
export function delayAfter(failures: number): number {
  return failures === 0 ? 0 : Math.min(longestSeconds, 2 ** (failures - 1)) * 1_000
}

export interface AttemptDelayOptions {
  /** Folder of the attempts file. Restarting Attune gains no time, because the file outlives the process. */
  readonly folder: string
  readonly sleep: (milliseconds: number) => Promise<unknown>
  /** Milliseconds that never decrease. */
  readonly monotonic: () => number
  readonly now: () => Date
}

/**
 * Slows guessing at the screen: after the first wrong try the next one waits a second, then 2, 4, up to 30.
 *
 * It can't slow anybody who has copied the vault; the key derivation does that. It never erases anything, and nobody
 * waits longer than 30 seconds, whatever the clock or the file contains.
 */
export function createAttemptDelay({ folder, sleep, monotonic, now }: AttemptDelayOptions) {
  let attempts = readFailedAttempts(folder)
  let notBefore = monotonic() + delayLeftOver()
  /** Wrong tries while the vault is open, as at the end of a hand-over. They are not written to the file. */
  let inside = 0

  /** The rest of a wait that an earlier process began, by the wall clock, which may have been changed. */
  function delayLeftOver(): number {
    const last = attempts.times.at(-1)
    const delay = delayAfter(attempts.count)
    const since = last === undefined ? delay : now().getTime() - Date.parse(last)
    return Math.min(delay, Math.max(0, delay - since))
  }

  const left = (): number => Math.max(0, Math.ceil(notBefore - monotonic()))

  return {
    /** Waits until the next try is due. */
    wait: async (): Promise<void> => {
      if (left() > 0) await sleep(left())
    },
    millisecondsLeft: left,
    failed: () => attempts,
    noteFailure: (): void => {
      attempts = addFailedAttempt(folder, attempts, now())
      notBefore = monotonic() + delayAfter(attempts.count)
    },
    /** Notes a wrong try while the vault is open. Slows the next one in the same way, without writing to the file. */
    noteFailureInside: (): void => {
      inside += 1
      notBefore = monotonic() + delayAfter(inside)
    },
    noteSuccessInside: (): void => {
      inside = 0
    },
    /** Called once the vault is open. `isNoted`: the vault has recorded the attempts, so the file can be deleted. */
    forget: ({ isNoted }: { isNoted: boolean }): void => {
      if (isNoted && attempts.count > 0) forgetFailedAttempts(folder)
      attempts = noAttempts
      notBefore = monotonic()
    },
  }
}

export type AttemptDelay = ReturnType<typeof createAttemptDelay>
