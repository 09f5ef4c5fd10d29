const warnBeforeSeconds = 30
const checkEveryMilliseconds = 1_000

export interface LockTimerOptions {
  readonly minutes: () => number
  readonly now: () => { wall: number; monotonic: number }
  readonly onSoon: (seconds: number) => void
  readonly onCancelled: () => void
  readonly onDue: () => void
}

/**
 * Counts the time without activity in Attune.
 *
 * Uses both clocks and takes the longer time: sleep stops the monotonic clock, and setting the clock back shortens the
 * wall clock's time.
 */
export function createLockTimer(options: LockTimerOptions) {
  let last = options.now()
  let hasWarned = false
  let timer: NodeJS.Timeout | null = null

  const idleMilliseconds = (): number => {
    const { wall, monotonic } = options.now()
    return Math.max(wall - last.wall, monotonic - last.monotonic)
  }

  const check = (): void => {
    const left = options.minutes() * 60_000 - idleMilliseconds()
    if (left <= 0) {
      stop()
      options.onDue()
    } else if (left <= warnBeforeSeconds * 1_000 && !hasWarned) {
      hasWarned = true
      options.onSoon(Math.max(1, Math.ceil(left / 1_000)))
    }
  }

  const noteActivity = (): void => {
    last = options.now()
    if (!hasWarned) return
    hasWarned = false
    options.onCancelled()
  }

  const stop = (): void => {
    if (timer) clearInterval(timer)
    timer = null
    hasWarned = false
  }

  return {
    start: (): void => {
      last = options.now()
      timer ??= setInterval(check, checkEveryMilliseconds)
    },
    stop,
    noteActivity,
    check,
  }
}
