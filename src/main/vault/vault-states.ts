import { AppError } from '#shared/contract/result.ts'
import type { VaultState } from '#shared/vault-state.ts'
import type { Features } from './create-features.ts'
import type { OpenVault } from './opening/open-vault.ts'

/** The open vault, with what is known of it in this process only. */
export interface Opened {
  readonly vault: OpenVault
  readonly features: Features
  /** The vault was made in this process: its passphrase has just been typed. */
  readonly wasJustMade: boolean
  readonly mustChoosePassphrase: boolean
}

type VaultWithFeatures = Pick<Opened, 'vault' | 'features'>

/** The vault process's three states, kept here and nowhere else, and the only ways between them. */
export function createVaultStates(onState: (state: VaultState) => void) {
  let opened: Opened | null = null
  let isHandedOver = false

  const state = (): VaultState => {
    if (!opened) return 'locked'
    return isHandedOver ? 'handOver' : 'open'
  }
  const announce = (): void => onState(state())

  /** The open vault. Throws `not-available` while it is locked. */
  const current = (): Opened => {
    if (!opened) throw new AppError('not-available')
    return opened
  }

  return {
    state,
    /** Calls `onState` with the state as it is. */
    announce,
    current,
    /** The open vault, or null while it is locked. */
    opened: (): Opened | null => opened,
    open: (vault: Opened): void => {
      opened = vault
      announce()
    },
    setHandOver: (value: boolean): void => {
      isHandedOver = value
      announce()
    },
    notePassphraseChosen: (): void => {
      opened = { ...current(), mustChoosePassphrase: false }
    },
    /**
     * Puts another vault in the place of the open one, with features of its own. Where that fails once the old one is
     * closed, the vault is locked; where the old one is still open, everything goes on as before.
     */
    replace: (next: () => OpenVault, withFeatures: (vault: OpenVault) => VaultWithFeatures): void => {
      const before = current()
      try {
        const vault = next()
        opened = null
        opened = { ...before, ...withFeatures(vault) }
      } finally {
        if (opened && !opened.vault.db.open) opened = null
        if (opened === null) announce()
      }
    },
    /** Locks without announcing it, and hands over what was open to be closed; null where nothing was. */
    lock: (): Opened | null => {
      const before = opened
      opened = null
      isHandedOver = false
      return before
    },
  }
}
