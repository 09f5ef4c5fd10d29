import type { VaultState } from '#shared/vault-state.ts'

interface OwnEndParts {
  readonly now: () => { wall: number; monotonic: number }
  /** Closes the vault and ends the process. */
  readonly end: () => void
}

const checkEveryMilliseconds = 10_000
/** Two minutes. A menu or a moved window can hold up main for a while on some systems. */
const mostMissedSigns = 12
/** The longest time that the user can choose, until main has sent what was chosen. */
const longestIdleMinutes = 60
/** Main's own timer comes first. It saves what is being typed, which this process can't ask for. */
const afterMainMilliseconds = 60_000

/**
 * Ends an unlocked vault process that main no longer locks: after two minutes without a sign of life from main, or a
 * minute after the chosen time without activity has passed. Does not depend on main's timer.
 *
 * Counts missed signs and not the time without one, because both processes stop while the computer sleeps. Sleep does
 * count as time without activity.
 */
export function createOwnEnd({ now, end }: OwnEndParts) {
  let timer: NodeJS.Timeout | null = null
  let missedSigns = 0
  let idleMinutes = longestIdleMinutes
  let last = now()

  const stop = (): void => {
    if (timer) clearInterval(timer)
    timer = null
  }
  const check = (): void => {
    missedSigns += 1
    const { wall, monotonic } = now()
    const idleMilliseconds = Math.max(wall - last.wall, monotonic - last.monotonic)
    const isIdle = idleMilliseconds >= idleMinutes * 60_000 + afterMainMilliseconds
    if (missedSigns < mostMissedSigns && !isIdle) return
    stop()
    end()
  }
  const noteActivity = (): void => {
    last = now()
  }

  return {
    noteActivity,
    noteSign: (lockAfterMinutes: number): void => {
      missedSigns = 0
      idleMinutes = lockAfterMinutes
    },
    /** A locked process holds no key, so it may stay. Like main's timer, each change counts as activity. */
    noteState: (state: VaultState): void => {
      noteActivity()
      missedSigns = 0
      if (state === 'locked') stop()
      else timer ??= setInterval(check, checkEveryMilliseconds)
    },
  }
}
