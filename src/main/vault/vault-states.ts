import { AppError } from '#shared/contract/result.ts'
import type { VaultState } from '#shared/vault-state.ts'
import type { Features } from './create-features.ts'
import { sequenceOf } from './database/change.ts'
import type { OpenVault } from './opening/open-vault.ts'

/** The open vault, with facts that only this process knows. */
export interface Opened {
  readonly vault: OpenVault
  readonly features: Features
  /** The vault was created in this process, so its passphrase has just been typed. */
  readonly wasJustMade: boolean
  readonly mustChoosePassphrase: boolean
}

export type VaultWithFeatures = Pick<Opened, 'vault' | 'features'>

/** The vault process's three states, stored only here, and the only transitions between them. */
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
    /** Calls `onState` with the current state. */
    announce,
    current,
    /** The open vault, or null while it is locked. */
    opened: (): Opened | null => opened,
    open: (vault: Opened): void => {
      opened = vault
      announce()
    },
    /** Whether the open vault was created in this process and nothing has been saved in it. */
    isStillNew: (): boolean => {
      const { wasJustMade, vault } = current()
      return wasJustMade && sequenceOf(vault.db) === 0
    },
    /** What the features of the open vault do. Nothing while it waits for a new passphrase. */
    featureHandlers: (): Partial<Features['handlers']> =>
      opened && !opened.mustChoosePassphrase ? opened.features.handlers : {},
    setHandOver: (value: boolean): void => {
      isHandedOver = value
      announce()
    },
    notePassphraseChosen: (): void => {
      opened = { ...current(), mustChoosePassphrase: false }
    },
    /** Notes that the vault can be written to from now on. */
    noteWritable: (): void => {
      const now = current()
      opened = { ...now, mustChoosePassphrase: now.vault.openedBy === 'recovery-key' }
    },
    /**
     * Replaces the open vault by another one with its own features. If that fails after the old one is closed, the
     * vault is locked; if the old one is still open, everything goes on as before.
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
    /** Locks without announcing it. Returns what was open, for the caller to close; null if nothing was. */
    lock: (): Opened | null => {
      const before = opened
      opened = null
      isHandedOver = false
      return before
    },
  }
}

export type VaultStates = ReturnType<typeof createVaultStates>
