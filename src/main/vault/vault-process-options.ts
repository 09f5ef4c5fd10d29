import type { VaultState } from '#shared/vault-state.ts'
import type { FileGrants } from './files/file-grants.ts'
import type { Proofs } from './keys/proofs.ts'
import type { ConnectReader } from './reading/reader.ts'
import type { Argon2Cost } from './keys/stretch.ts'

/** What the vault process needs: the vault's place, the clock, and callbacks for its states. */
export interface VaultProcessOptions {
  readonly vaultFolder: string
  readonly assetsFolder: string
  /** Chooses the cost of a new passphrase on this computer. */
  readonly chooseCost: () => Promise<Argon2Cost>
  readonly grants: FileGrants
  /** The proofs that the passphrase was typed; new ones if omitted. */
  readonly proofs?: Proofs
  /** Starts a process that reads a file from outside; omitted where nothing is imported. */
  readonly connectReader?: ConnectReader
  readonly now: () => Date
  readonly zone: () => string
  /** Waits this many milliseconds. */
  readonly sleep: (milliseconds: number) => Promise<unknown>
  /** Called after each change of state, so that the main process can follow. */
  readonly onState: (state: VaultState) => void
  /** Called once the vault is locked again and this process has held a key, so a new process must replace it. */
  readonly onNeedsReplacing?: () => void
  /** Throws if a primitive gives a wrong answer. */
  readonly selfTest?: () => Promise<void>
}
