import { z } from 'zod'
import { always, nothing, vaultMutation, vaultQuery } from '../operation.ts'
import { vaultStates } from '../../vault-state.ts'
import { longestPassphrase } from '../../passphrase/limits.ts'
import { recoveryKeyTextSchema } from '../../recovery-key/recovery-key.ts'

/** What is found where the vault should be: `damaged` is something without a readable header, `newer` a later format. */
export const vaultPresences = ['none', 'present', 'damaged', 'newer'] as const

/** Why an open vault can only be read: its folder can't be written to, or a part of its database is damaged. */
export const readOnlyReasons = ['folder', 'damaged'] as const
export type ReadOnlyReason = (typeof readOnlyReasons)[number]

export const vaultStatusSchema = z.strictObject({
  state: z.enum(vaultStates),
  presence: z.enum(vaultPresences),
  /** The database holds less than when it was last closed: somebody put an older copy in place. */
  isOlderThanLastUsed: z.boolean(),
  hasSample: z.boolean(),
  /** While read-only, every operation that would write is refused with `read-only`. */
  access: z.enum(['full', 'read-only']),
  readOnlyReason: z.enum(readOnlyReasons).nullable(),
  /** A recovery key is in force, since the instant it was confirmed; null where there is none. Known while locked. */
  recoveryKeySince: z.iso.datetime().nullable(),
  /** The recovery key opened the vault: a new passphrase is to be chosen before anything else. */
  mustChoosePassphrase: z.boolean(),
  /** Wrong tries since the vault was last unlocked, and how long the next one has to wait. */
  failedAttempts: z.int().min(0),
  waitMilliseconds: z.int().min(0),
  /** A PIN for the way back from a hand-over is set, and how many tries it has left in this hand-over. */
  hasPin: z.boolean(),
  pinTriesLeft: z.int().min(0),
})
export type VaultStatus = z.output<typeof vaultStatusSchema>

const passphrase = z.string().min(1).max(longestPassphrase)

export const vault = {
  status: vaultQuery({ input: nothing, output: vaultStatusSchema, availableIn: always }),
  create: vaultMutation({
    input: z.strictObject({ passphrase }),
    output: vaultStatusSchema,
    availableIn: ['locked'],
  }),
  unlock: vaultMutation({
    input: z.strictObject({ passphrase }),
    output: vaultStatusSchema,
    availableIn: ['locked'],
  }),
  /**
   * Opens the vault with the recovery key alone. `recovery-key-mistyped` names the groups that can't be right, as
   * places `recoveryKey.<number>`, before anything is tried.
   */
  unlockWithRecoveryKey: vaultMutation({
    input: z.strictObject({ recoveryKey: recoveryKeyTextSchema }),
    output: vaultStatusSchema,
    availableIn: ['locked'],
  }),
}
