import type { Handlers } from '#shared/contract/contract.ts'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { AppError } from '#shared/contract/result.ts'
import { readRecoveryKey } from '#shared/recovery-key/recovery-key.ts'
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
}

/** Handlers that create and unlock the vault, and its status. */
export function createOpeningHandlers({
  vaultFolder,
  chooseCost,
  knownBackups,
  status,
  open,
}: VaultParts): Handlers<'vault'>['vault'] {
  return {
    status,
    create: ({ passphrase }) =>
      open(async () => createVault(vaultFolder, passphrase, await chooseCost()), { wasJustMade: true }),
    unlock: ({ passphrase }) => open(() => unlockVault(vaultFolder, passphrase, knownBackups)),
    unlockWithRecoveryKey: ({ recoveryKey }) => {
      const read = readRecoveryKey(recoveryKey)
      if (read.kind === 'mistyped') {
        const places = read.groups.map((number) => `recoveryKey.${number}`)
        throw new AppError('recovery-key-mistyped', places)
      }
      return open(() =>
        unlockVaultBy(vaultFolder, { kind: 'recovery-key', key: read.key }, knownBackups).finally(() => {
          read.key.fill(0)
        }),
      )
    },
  }
}
