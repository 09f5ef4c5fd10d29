const quietForMilliseconds = 3 * 60_000
const atMostEveryMilliseconds = 60 * 60_000
const lookEveryMilliseconds = 30_000

interface IdleBackupParts {
  /** Monotonic milliseconds. */
  readonly now: () => number
  /** Backs up if something changed; does nothing while the vault is not open. */
  readonly backUp: () => Promise<void>
}

/**
 * Backs up after three minutes without a request, at most once an hour. Quitting waits for no backup, so after a day
 * that ended by quitting, the next day's first pause makes up for it.
 */
export function createIdleBackup({ now, backUp }: IdleBackupParts) {
  let lastRequest = now()
  let lastAttempt = -Infinity

  const look = async (): Promise<void> => {
    const moment = now()
    if (moment - lastRequest < quietForMilliseconds) return
    if (moment - lastAttempt < atMostEveryMilliseconds) return
    lastAttempt = moment
    await backUp()
  }

  return {
    noteRequest: (): void => {
      lastRequest = now()
    },
    look,
    start: (): void => {
      setInterval(() => void look(), lookEveryMilliseconds).unref()
    },
  }
}
