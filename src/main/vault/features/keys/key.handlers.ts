import { randomBytes, randomInt } from 'node:crypto'
import type { Handlers } from '#shared/contract/contract.ts'
import type { DeskSecret, NewRecoveryKey } from '#shared/contract/operations/keys.ts'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import type { ProvenPath } from '#shared/contract/proof.ts'
import { AppError } from '#shared/contract/result.ts'
import {
  isSameGroup,
  printRecoveryKey,
  recoveryKeyBytes,
  recoveryKeyGroups,
} from '#shared/recovery-key/recovery-key.ts'
import { recoveryKeyIn } from '../../keys/recovery-key-in.ts'
import type { OpenVault, Reencryption, Replacement } from '../../opening/open-vault.ts'
import type { Argon2Cost } from '../../keys/stretch.ts'

export interface KeyHandlerParts {
  readonly vault: () => OpenVault
  /**
   * Backs the vault up and then replaces it by another one, without a change in between. `replace` gets what is to
   * become of the old database.
   */
  readonly replaceBackedUp: (replace: (old: Replacement['old']) => OpenVault) => Promise<void>
  /** Throws `wrong-passphrase`, and slows guessing. */
  readonly prove: (passphrase: Uint8Array) => Promise<void>
  /** Throws `wrong-recovery-key`, and slows guessing. */
  readonly proveWithRecoveryKey: (recoveryKey: Uint8Array) => Promise<void>
  /** Makes a proof for one run of an operation. Throws `not-available` unless the vault is open. */
  readonly giveProof: (path: ProvenPath) => string
  /** The vault was created in this process and nothing has been saved in it: its passphrase has just been typed. */
  readonly isStillNew: () => boolean
  readonly mustChoosePassphrase: () => boolean
  readonly passphraseChosen: () => void
  readonly chooseCost: () => Promise<Argon2Cost>
  /** Runs one key derivation at a time. */
  readonly alone: <T>(action: () => Promise<T>) => Promise<T>
  readonly setPin: (pin: Uint8Array) => Promise<void>
  readonly removePin: () => void
  readonly status: () => VaultStatus
  readonly now: () => Date
}

/** A recovery key that was shown but not confirmed yet, and the prepared re-encryption, if any. */
interface Pending {
  readonly recoveryKey: Buffer
  readonly groups: readonly string[]
  readonly asked: readonly [number, number]
  readonly reencryption: Reencryption | null
}

/** Changes the keys that open the vault. A lock drops every unconfirmed change. */
export function createKeyHandlers(parts: KeyHandlerParts): Handlers<'vault'>['keys'] {
  let pending: Pending | null = null

  const forget = (): void => {
    pending?.recoveryKey.fill(0)
    pending?.reencryption?.forget()
    pending = null
  }

  const show = (recoveryKey: Buffer, reencryption: Reencryption | null): NewRecoveryKey => {
    const groups = printRecoveryKey(recoveryKey)
    const asked = twoNumbers()
    pending = { recoveryKey, groups, asked, reencryption }
    return { groups, asked }
  }

  /** Returns the pending key if the given texts match the two requested groups. */
  const confirmed = (
    given: readonly { number: number; text: string }[],
    isReencryption: boolean,
  ): Pending => {
    if (!pending || (pending.reencryption !== null) !== isReencryption) throw new AppError('not-available')
    const { groups, asked } = pending
    const wrong = asked.flatMap((number, index) => {
      const answer = given[index]
      const isRight = answer?.number === number && isSameGroup(answer.text, groups[number - 1] ?? '')
      return isRight ? [] : [`groups.${index}`]
    })
    if (wrong.length > 0) throw new AppError('recovery-key-not-confirmed', wrong)
    return pending
  }

  const proveBy = async (secret: DeskSecret): Promise<void> => {
    if (secret.kind === 'passphrase') return parts.prove(secret.passphrase)
    const key = recoveryKeyIn(secret.recoveryKey)
    await parts.proveWithRecoveryKey(key).finally(() => key.fill(0))
  }

  return {
    prove: async ({ secret, path }) => {
      await proveBy(secret)
      return { proof: parts.giveProof(path) }
    },
    beginRecoveryKey: async ({ passphrase }) => {
      if (passphrase !== null) await parts.prove(passphrase)
      else if (!parts.isStillNew() || parts.vault().header().slots.length === 2)
        throw new AppError('wrong-passphrase')
      forget()
      return show(randomBytes(recoveryKeyBytes), null)
    },
    confirmRecoveryKey: ({ groups }) => {
      const { recoveryKey } = confirmed(groups, false)
      parts.vault().setRecoveryKey(recoveryKey, parts.now())
      forget()
      return parts.status()
    },
    changePassphrase: async ({ current, next }) => {
      await parts.prove(current)
      await parts.alone(async () => parts.vault().setPassphrase(next, await parts.chooseCost()))
      // A prepared re-encryption would bring the earlier passphrase back.
      forget()
      return parts.status()
    },
    choosePassphrase: async ({ next }) => {
      if (!parts.mustChoosePassphrase()) throw new AppError('not-available')
      await parts.alone(async () => parts.vault().setPassphrase(next, await parts.chooseCost()))
      parts.passphraseChosen()
      forget()
      return parts.status()
    },
    beginReencryption: async ({ passphrase }) => {
      await parts.prove(passphrase)
      forget()
      const recoveryKey = randomBytes(recoveryKeyBytes)
      const reencryption = await parts.alone(async () =>
        parts.vault().prepareReencryption(passphrase, recoveryKey, await parts.chooseCost()),
      )
      return show(recoveryKey, reencryption)
    },
    reencrypt: async ({ groups }) => {
      const confirmedOne = confirmed(groups, true)
      const { recoveryKey, reencryption } = confirmedOne
      if (!reencryption) throw new AppError('not-available')
      await parts.replaceBackedUp((old) => {
        // The user may have given it up, or a second request may have finished it, during the backup.
        if (pending !== confirmedOne) throw new AppError('not-available')
        return reencryption.finish(parts.now(), old)
      })
      recoveryKey.fill(0)
      pending = null
      return parts.status()
    },
    cancel: forget,
    setPin: async ({ passphrase, pin }) => {
      await parts.prove(passphrase)
      await parts.alone(() => parts.setPin(pin))
      return parts.status()
    },
    removePin: () => {
      parts.removePin()
      return parts.status()
    },
  }
}

/** Two different group numbers, counted from 1, in printed order. */
function twoNumbers(): [number, number] {
  const first = randomInt(1, recoveryKeyGroups)
  return [first, randomInt(first + 1, recoveryKeyGroups + 1)]
}
