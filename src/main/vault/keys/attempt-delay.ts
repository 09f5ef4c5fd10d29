const longestSeconds = 30

/**
 * Slows guessing at the screen: after the first wrong passphrase the next try waits a second, then 2, 4, up to 30.
 *
 * It can't slow anybody who has copied the file; that is what the key derivation is for. It never wipes anything.
 */
export function createAttemptDelay(
  sleep: (milliseconds: number) => Promise<unknown>,
  now: () => number = () => performance.now(),
) {
  let failures = 0
  let notBefore = 0
  return {
    /** Waits until the next try is due. */
    wait: async (): Promise<void> => {
      const left = notBefore - now()
      if (left > 0) await sleep(left)
    },
    noteFailure: (): void => {
      failures += 1
      notBefore = now() + Math.min(longestSeconds, 2 ** (failures - 1)) * 1_000
    },
  }
}
