import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { AppError } from '#shared/contract/result.ts'
import type { VaultState } from '#shared/vault-state.ts'
import type { AttemptDelay } from '../../keys/attempt-delay.ts'
import { readHeaders } from '../../keys/header-files.ts'
import type { OpenVault } from '../../opening/open-vault.ts'

/** The parts of an open vault that the status shows. */
interface ShownVault {
  readonly vault: Pick<OpenVault, 'header' | 'readOnlyReason' | 'goneBack' | 'wasLeftUnsealed'>
  readonly features: {
    readonly hasSample: () => boolean
    readonly pin: { readonly isSet: () => boolean; readonly triesLeft: () => number }
  }
  readonly mustChoosePassphrase: boolean
}

interface StatusParts {
  readonly folder: string
  /** Null while the vault is locked. */
  readonly opened: ShownVault | null
  readonly state: VaultState
  readonly attempts: Pick<AttemptDelay, 'failed' | 'millisecondsLeft'>
  /** Turns a failure into the user's terms. */
  readonly explain: (cause: unknown) => unknown
}

/** Status shown without unlocking. Contains no vault data. */
export function readVaultStatus({ folder, opened, state, attempts, explain }: StatusParts): VaultStatus {
  /** Reads one part of the open vault. An unreadable page must not hide the other parts. */
  const readable = <T>(read: (vault: ShownVault) => T, otherwise: T): T => {
    if (!opened) return otherwise
    try {
      return read(opened)
    } catch (cause) {
      if (explain(cause) instanceof AppError) return otherwise
      throw cause
    }
  }

  const found = opened ? null : readHeaders(folder)
  // A forged copy without a slot must not hide the way in by the recovery key.
  const headers = opened ? [opened.vault.header()] : (found?.headers ?? [])
  const withRecoveryKey = headers.find(({ slots }) => slots.length === 2)
  const hasSample = state === 'open' && readable(({ features }) => features.hasSample(), false)
  const hasPin = readable(({ features }) => features.pin.isSet(), false)
  const pinTriesLeft = readable(({ features }) => features.pin.triesLeft(), 0)
  const readOnlyReason = opened?.vault.readOnlyReason() ?? null
  return {
    state,
    presence: found?.presence ?? 'present',
    goneBack: opened?.vault.goneBack() ?? null,
    wasLeftUnsealed: opened?.vault.wasLeftUnsealed ?? false,
    hasSample,
    access: readOnlyReason === null ? 'full' : 'read-only',
    readOnlyReason,
    recoveryKeySince: withRecoveryKey?.slots[1]?.since ?? null,
    mustChoosePassphrase: opened?.mustChoosePassphrase ?? false,
    failedAttempts: attempts.failed().count,
    waitMilliseconds: attempts.millisecondsLeft(),
    hasPin,
    pinTriesLeft,
  }
}
