import { addFailedAttempt, forgetFailedAttempts, noAttempts, readFailedAttempts } from './failed-attempts.ts'

const longestSeconds = 30

/** How long the next try waits after so many wrong ones, in milliseconds: 1 s, 2, 4, up to 30. */
export function delayAfter(failures: number): number {
  return failures === 0 ? 0 : Math.min(longestSeconds, 2 ** (failures - 1)) * 1_000
}

export interface AttemptDelayOptions {
  /** Where the attempts are written down, so that starting Attune anew gains no time. */
  readonly folder: string
  readonly sleep: (milliseconds: number) => Promise<unknown>
  /** Milliseconds that only ever go up. */
  readonly monotonic: () => number
  readonly now: () => Date
}

/**
 * Slows guessing at the screen: after the first wrong try the next one waits a second, then 2, 4, up to 30.
 *
 * It can't slow anybody who has copied the file; that is what the key derivation is for. It never wipes anything,
 * and never makes anybody wait for longer than 30 seconds, whatever the clock or the file says.
 */
export function createAttemptDelay({ folder, sleep, monotonic, now }: AttemptDelayOptions) {
  let attempts = readFailedAttempts(folder)
  let notBefore = monotonic() + delayLeftOver()
  /** Wrong tries on the way back from a hand-over: the vault is open and needs no note of them. */
  let inside = 0

  /** Of the wait that an earlier process began, what is left by the clock on the wall, which may have been turned. */
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
    /** A wrong try while the vault is open; it is slowed the same way and written down nowhere. */
    noteFailureInside: (): void => {
      inside += 1
      notBefore = monotonic() + delayAfter(inside)
    },
    noteSuccessInside: (): void => {
      inside = 0
    },
    /** The vault is open; `isNoted`: it has taken the attempts in, so that the note beside it can go. */
    forget: ({ isNoted }: { isNoted: boolean }): void => {
      if (isNoted && attempts.count > 0) forgetFailedAttempts(folder)
      attempts = noAttempts
      notBefore = monotonic()
    },
  }
}

export type AttemptDelay = ReturnType<typeof createAttemptDelay>
