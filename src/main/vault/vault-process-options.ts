import type { VaultState } from '#shared/vault-state.ts'
import type { FileGrants } from './files/file-grants.ts'
import type { Argon2Cost } from './keys/stretch.ts'

/** What the vault process is given by whoever starts it: where the vault is, the clock, and who follows its states. */
export interface VaultProcessOptions {
  readonly vaultFolder: string
  readonly assetsFolder: string
  /** What a new passphrase is to cost on this computer. */
  readonly chooseCost: () => Promise<Argon2Cost>
  readonly grants: FileGrants
  readonly now: () => Date
  readonly zone: () => string
  /** Waits this many milliseconds. */
  readonly sleep: (milliseconds: number) => Promise<unknown>
  /** Called after each change of state, so that the main process can follow. */
  readonly onState: (state: VaultState) => void
  /** Called once the vault is locked again and this process has held a key: a fresh process must replace it. */
  readonly onNeedsReplacing?: () => void
  /** Throws where a primitive gives a wrong answer. */
  readonly selfTest?: () => Promise<void>
}
