import type { VaultStatus } from '#shared/contract/operations/vault.ts'

/** The status of an ordinary open vault, with what a test needs changed. */
export function vaultStatus(change: Partial<VaultStatus> = {}): VaultStatus {
  return {
    state: 'open',
    presence: 'present',
    goneBack: null,
    wasLeftUnsealed: false,
    hasSample: false,
    access: 'full',
    readOnlyReason: null,
    recoveryKeySince: null,
    mustChoosePassphrase: false,
    failedAttempts: 0,
    waitMilliseconds: 0,
    hasPin: false,
    pinTriesLeft: 0,
    ...change,
  }
}
