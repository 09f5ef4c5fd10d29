import { z } from 'zod'
import { longestPassphrase, longestPin, shortestPin } from '../../passphrase/limits.ts'
import { recoveryKeyGroups } from '../../recovery-key/recovery-key.ts'
import { nothing, vaultMutation } from '../operation.ts'
import { vaultStatusSchema } from './vault.ts'

/** How many tries a PIN has in one hand-over. */
export const mostPinTries = 3
export const pinSchema = z.string().regex(new RegExp(`^\\d{${shortestPin},${longestPin}}$`))

const passphrase = z.string().min(1).max(longestPassphrase)
const groupNumber = z.int().min(1).max(recoveryKeyGroups)

/** A new recovery key to be printed, and which two of its groups, counted from 1, will be asked for. */
export const newRecoveryKeySchema = z.strictObject({
  groups: z.array(z.string()).length(recoveryKeyGroups),
  asked: z.tuple([groupNumber, groupNumber]),
})
export type NewRecoveryKey = z.output<typeof newRecoveryKeySchema>

/** The two groups that were asked for, as somebody read them off the paper. */
const readBack = z.strictObject({
  groups: z.tuple([
    z.strictObject({ number: groupNumber, text: z.string().max(40) }),
    z.strictObject({ number: groupNumber, text: z.string().max(40) }),
  ]),
})

export const keys = {
  /**
   * Makes a recovery key that is not in force yet; the one before it, if any, stays in force until the new one is
   * confirmed. The passphrase may be left out (null) only in a vault that was made just now and has no recovery key.
   */
  beginRecoveryKey: vaultMutation({
    input: z.strictObject({ passphrase: passphrase.nullable() }),
    output: newRecoveryKeySchema,
  }),
  /** Puts the recovery key in force. `recovery-key-not-confirmed` names the group that differs: `groups.0` or `.1`. */
  confirmRecoveryKey: vaultMutation({ input: readBack, output: vaultStatusSchema }),
  /** `wrong-passphrase` for the current one; older copies of the vault still open with it. */
  changePassphrase: vaultMutation({
    input: z.strictObject({ current: passphrase, next: passphrase }),
    output: vaultStatusSchema,
  }),
  /** Only after the recovery key opened the vault (`mustChoosePassphrase`). */
  choosePassphrase: vaultMutation({ input: z.strictObject({ next: passphrase }), output: vaultStatusSchema }),
  /** Makes a new vault key and a new recovery key for it; neither is in force until `reencrypt`. */
  beginReencryption: vaultMutation({
    input: z.strictObject({ passphrase }),
    output: newRecoveryKeySchema,
  }),
  /**
   * Writes the whole vault anew under the new key, once two groups of the new recovery key were read back. The
   * passphrase stays; earlier copies and backups still open with the keys of their time.
   */
  reencrypt: vaultMutation({ input: readBack, output: vaultStatusSchema }),
  /** Forgets a recovery key or a re-encryption that was begun; what was in force stays so. */
  cancel: vaultMutation({ input: nothing, output: nothing }),
  setPin: vaultMutation({
    input: z.strictObject({ passphrase, pin: pinSchema }),
    output: vaultStatusSchema,
  }),
  removePin: vaultMutation({ input: nothing, output: vaultStatusSchema }),
}
