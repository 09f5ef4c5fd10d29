import type { Handlers } from '#shared/contract/contract.ts'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { recoveryKeyIn } from '../../keys/recovery-key-in.ts'
import type { Argon2Cost } from '../../keys/stretch.ts'
import { createVault } from '../../opening/create-vault.ts'
import type { OpenVault } from '../../opening/open-vault.ts'
import type { KnownBackups } from '../../opening/known-backups.ts'
import { unlockVault, unlockVaultBy } from '../../opening/unlock-vault.ts'

interface VaultParts {
  readonly vaultFolder: string
  readonly chooseCost: () => Promise<Argon2Cost>
  readonly knownBackups: KnownBackups
  readonly status: () => VaultStatus
  /** Runs one attempt to open the vault. On success the vault is open. */
  readonly open: (
    attempt: () => Promise<OpenVault>,
    options?: { readonly wasJustMade: boolean },
  ) => Promise<VaultStatus>
  /** Goes on with a vault that has gone back to an earlier state. */
  readonly goOn: () => VaultStatus
}

/** Handlers that create and unlock the vault, and its status. */
export function createOpeningHandlers({
  vaultFolder,
  chooseCost,
  knownBackups,
  status,
  open,
  goOn,
}: VaultParts): Handlers<'vault'>['vault'] {
  return {
    status,
    goOn,
    create: ({ passphrase }) =>
      open(async () => createVault(vaultFolder, passphrase, await chooseCost()), { wasJustMade: true }),
    unlock: ({ passphrase }) => open(() => unlockVault(vaultFolder, passphrase, knownBackups)),
    unlockWithRecoveryKey: ({ recoveryKey }) => {
      const key = recoveryKeyIn(recoveryKey)
      return open(() => unlockVaultBy(vaultFolder, { kind: 'recovery-key', key }, knownBackups)).finally(
        () => {
          key.fill(0)
        },
      )
    },
  }
}
