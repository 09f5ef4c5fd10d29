import { AppError } from '#shared/contract/result.ts'
import type { AttemptDelay } from './attempt-delay.ts'
import type { Alone } from './one-at-a-time.ts'

interface GuessParts {
  readonly alone: Alone
  readonly attempts: AttemptDelay
  /** The open vault. Throws while it is locked. */
  readonly vault: () => {
    readonly matches: (passphrase: Uint8Array) => Promise<boolean>
    readonly matchesRecoveryKey: (recoveryKey: Uint8Array) => boolean
  }
}

/** Checks secrets inside an open vault, and delays guesses of them as much as guesses at the unlock. */
export function createSlowedGuesses({ alone, attempts, vault }: GuessParts) {
  const slowed = (isRightIn: (open: ReturnType<GuessParts['vault']>) => boolean | Promise<boolean>) =>
    alone(async () => {
      await attempts.wait()
      const isRight = await isRightIn(vault())
      if (isRight) attempts.noteSuccessInside()
      else attempts.noteFailureInside()
      return isRight
    })
  const isPassphrase = (passphrase: Uint8Array): Promise<boolean> =>
    slowed((open) => open.matches(passphrase))
  return {
    isPassphrase,
    /** Throws `wrong-passphrase` for another one. */
    provePassphrase: async (passphrase: Uint8Array): Promise<void> => {
      if (!(await isPassphrase(passphrase))) throw new AppError('wrong-passphrase')
    },
    /** Throws `wrong-recovery-key` for another one. */
    proveRecoveryKey: async (recoveryKey: Uint8Array): Promise<void> => {
      if (!(await slowed((open) => open.matchesRecoveryKey(recoveryKey))))
        throw new AppError('wrong-recovery-key')
    },
  }
}
