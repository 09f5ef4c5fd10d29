import { z } from 'zod'
import { longestGroupText, recoveryKeyGroups } from '../../recovery-key/recovery-key.ts'
import { nothing, vaultMutation } from '../operation.ts'
import { proofSchema, provenPaths } from '../proof.ts'
import { passphraseSchema, pinSchema, recoveryKeySchema } from '../secret-bytes.ts'
import { vaultStatusSchema } from './vault.ts'

/** The number of tries for a PIN in one hand-over. */
export const mostPinTries = 3
const groupNumber = z.int().min(1).max(recoveryKeyGroups)

/** A new recovery key to print, and the two of its groups, counted from 1, that confirm it. */
export const newRecoveryKeySchema = z.strictObject({
  groups: z.array(z.string()).length(recoveryKeyGroups),
  asked: z.tuple([groupNumber, groupNumber]),
})
export type NewRecoveryKey = z.output<typeof newRecoveryKeySchema>

/** What proves that the therapist is at the desk. The recovery key counts too: it may be all that opened the vault. */
export const deskSecretSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passphrase'), passphrase: passphraseSchema }),
  z.strictObject({ kind: z.literal('recovery-key'), recoveryKey: recoveryKeySchema }),
])
export type DeskSecret = z.output<typeof deskSecretSchema>

/** The two confirming groups as the user read them from the paper. */
const readBack = z.strictObject({
  groups: z.tuple([
    z.strictObject({ number: groupNumber, text: z.string().max(longestGroupText) }),
    z.strictObject({ number: groupNumber, text: z.string().max(longestGroupText) }),
  ]),
})

export const keys = {
  /**
   * Checks the passphrase and answers with a proof for one run of one operation. It ends after some minutes, at a lock, at
   * a hand-over, and when another one is given. A wrong secret slows the next try, as at the unlock.
   */
  prove: vaultMutation({
    needsWriting: false,
    input: z.strictObject({ secret: deskSecretSchema, path: z.enum(provenPaths) }),
    output: z.strictObject({ proof: proofSchema }),
  }),
  /**
   * Makes a recovery key that opens nothing yet. The old one, if any, stays valid until the new one is confirmed. The
   * passphrase may be null only in a vault that was just created and has no recovery key.
   */
  beginRecoveryKey: vaultMutation({
    input: z.strictObject({ passphrase: passphraseSchema.nullable() }),
    output: newRecoveryKeySchema,
  }),
  /**
   * Makes the new recovery key valid. `recovery-key-not-confirmed` names the group that differs: `groups.0` or `.1`.
   */
  confirmRecoveryKey: vaultMutation({ input: readBack, output: vaultStatusSchema }),
  /**
   * Fails with `wrong-passphrase` if the current one is wrong. The old passphrase still opens older copies of the
   * vault.
   */
  changePassphrase: vaultMutation({
    input: z.strictObject({ current: passphraseSchema, next: passphraseSchema }),
    output: vaultStatusSchema,
  }),
  /** Allowed only after the recovery key opened the vault (`mustChoosePassphrase`). */
  choosePassphrase: vaultMutation({
    input: z.strictObject({ next: passphraseSchema }),
    output: vaultStatusSchema,
  }),
  /** Makes a new vault key and a new recovery key for it; neither is used before `reencrypt`. */
  beginReencryption: vaultMutation({
    input: z.strictObject({ passphrase: passphraseSchema }),
    output: newRecoveryKeySchema,
  }),
  /**
   * Encrypts the whole vault again with the new key, after two groups of the new recovery key are confirmed. The
   * passphrase stays. Earlier copies and backups still open with their old keys.
   */
  reencrypt: vaultMutation({ input: readBack, output: vaultStatusSchema }),
  /** Cancels a new recovery key or a re-encryption that was begun; the current keys stay valid. */
  cancel: vaultMutation({ input: nothing, output: nothing }),
  setPin: vaultMutation({
    input: z.strictObject({ passphrase: passphraseSchema, pin: pinSchema }),
    output: vaultStatusSchema,
  }),
  removePin: vaultMutation({ input: nothing, output: vaultStatusSchema }),
}
