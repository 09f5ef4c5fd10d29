import { z } from 'zod'
import { always, nothing, vaultMutation, vaultQuery } from '../operation.ts'
import { vaultStates } from '../../vault-state.ts'
import { instantSchema, timeZoneSchema } from '../../records/calendar.ts'
import { passphraseSchema, recoveryKeySchema } from '../secret-bytes.ts'

/** What the vault's folder holds. `damaged`: no readable header. `newer`: a later format. */
export const vaultPresences = ['none', 'present', 'damaged', 'newer'] as const

/**
 * Why an open vault is read-only: its folder is not writable, a part of its database is damaged, or the user has not yet
 * accepted that it went back.
 */
export const readOnlyReasons = ['folder', 'damaged', 'gone-back'] as const
export type ReadOnlyReason = (typeof readOnlyReasons)[number]

/**
 * How a vault shows that it is not as Attune left it. `older`: it holds fewer changes or a shorter audit log than when
 * it was last closed. `changed`: its file differs from the one that was closed. `newer-backup`: a backup has later
 * changes.
 */
export const goneBackKinds = ['older', 'changed', 'newer-backup'] as const

export const goneBackSchema = z.strictObject({
  kind: z.enum(goneBackKinds),
  /** The newest backup that the vault's key vouches for; null without one. */
  newestBackup: z.strictObject({ createdAt: instantSchema, zone: timeZoneSchema }).nullable(),
})
export type GoneBack = z.output<typeof goneBackSchema>

export const vaultStatusSchema = z.strictObject({
  state: z.enum(vaultStates),
  presence: z.enum(vaultPresences),
  /** The vault has gone back to an earlier state, and the user has not accepted that yet. Otherwise null. */
  goneBack: goneBackSchema.nullable(),
  /** The vault was not closed to the end last time, so nobody can say whether its file was changed since. */
  wasLeftUnsealed: z.boolean(),
  hasSample: z.boolean(),
  /** A read-only vault refuses every operation that would write with `read-only`. */
  access: z.enum(['full', 'read-only']),
  readOnlyReason: z.enum(readOnlyReasons).nullable(),
  /** When the current recovery key was confirmed; null if there is none. Known while locked. */
  recoveryKeySince: z.iso.datetime().nullable(),
  /** The recovery key opened the vault, so the user must choose a new passphrase before anything else. */
  mustChoosePassphrase: z.boolean(),
  /** Wrong tries since the last unlock, and how long the next one has to wait. */
  failedAttempts: z.int().min(0),
  waitMilliseconds: z.int().min(0),
  /** Whether a PIN ends hand-overs, and how many tries it has left in this one. */
  hasPin: z.boolean(),
  pinTriesLeft: z.int().min(0),
})
export type VaultStatus = z.output<typeof vaultStatusSchema>

export const vault = {
  status: vaultQuery({ input: nothing, output: vaultStatusSchema, availableIn: always }),
  create: vaultMutation({
    input: z.strictObject({ passphrase: passphraseSchema }),
    output: vaultStatusSchema,
    availableIn: ['locked'],
  }),
  unlock: vaultMutation({
    input: z.strictObject({ passphrase: passphraseSchema }),
    output: vaultStatusSchema,
    availableIn: ['locked'],
  }),
  /**
   * Opens the vault with only the recovery key. `recovery-key-mistyped` names the wrong groups as places
   * `recoveryKey.<number>`, before any try is made.
   */
  unlockWithRecoveryKey: vaultMutation({
    input: z.strictObject({ recoveryKey: recoveryKeySchema }),
    output: vaultStatusSchema,
    availableIn: ['locked'],
  }),
  /** Goes on with a vault that has gone back. Until then it can only be read. */
  goOn: vaultMutation({ input: nothing, output: vaultStatusSchema, needsWriting: false }),
}
