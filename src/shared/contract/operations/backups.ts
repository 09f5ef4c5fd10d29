import { z } from 'zod'
import { fileTokenSchema } from '../../files/file-purposes.ts'
import { calendarDateSchema, instantSchema, timeZoneSchema } from '../../records/calendar.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'
import { errorCodeSchema } from '../result.ts'
import { recoveryKeyTextSchema } from '../../recovery-key/recovery-key.ts'
import { longestPassphrase } from '../../passphrase/limits.ts'

/** Attune's own folder beside the vault, and the one the user chose. */
export const placeKinds = ['default', 'chosen'] as const
export type PlaceKind = (typeof placeKinds)[number]

/** What the user should know of a folder before relying on it. */
export const placeWarnings = ['inside-data-folder', 'same-disk', 'synced'] as const
export type PlaceWarning = (typeof placeWarnings)[number]

const placeKind = z.enum(placeKinds)

export const placeSchema = z.strictObject({
  kind: placeKind,
  /** Where it is, to be shown. */
  folder: z.string(),
  state: z.enum(['ready', 'read-only', 'missing', 'unreadable', 'not-made-yet']),
  warnings: z.array(z.enum(placeWarnings)),
  succeededAt: instantSchema.nullable(),
  /** The last failure, while nothing has succeeded since. */
  failed: z.strictObject({ at: instantSchema, code: errorCodeSchema }).nullable(),
})
export type BackupPlace = z.output<typeof placeSchema>

/** How much a backup holds; known only with the vault's key. */
export const holdingsSchema = z.strictObject({
  clients: z.int().min(0),
  sessions: z.int().min(0),
  newestSessionOn: calendarDateSchema.nullable(),
})
export type Holdings = z.output<typeof holdingsSchema>

const fileName = z.string().max(200)
const backupIdSchema = z.strictObject({ place: placeKind, name: fileName })

/**
 * `good`: of this vault, whole by its length and head (with the vault open: genuine by its seal; every byte of it was
 * read back when it was made). `other-key`: genuine or not can't be told with the key at hand.
 */
export const backupStates = ['good', 'other-vault', 'other-key', 'newer', 'damaged'] as const

export const backupItemSchema = z.strictObject({
  id: backupIdSchema,
  state: z.enum(backupStates),
  bytes: z.int().min(0),
  /** Null where the file can't be read. */
  createdAt: instantSchema.nullable(),
  zone: timeZoneSchema.nullable(),
  holdings: holdingsSchema.nullable(),
})
export type BackupItem = z.output<typeof backupItemSchema>

export const backupListSchema = z.strictObject({
  places: z.array(placeSchema),
  /** Newest first. */
  backups: z.array(backupItemSchema),
  /** Whether something changed since the newest good backup; null while the vault is locked. */
  isDue: z.boolean().nullable(),
})
export type BackupList = z.output<typeof backupListSchema>

/** How the newest backup of the vault stands, for a note on a screen about something else. */
export const backupStatusSchema = z.strictObject({
  succeededAt: instantSchema.nullable(),
  failures: z.array(z.strictObject({ place: placeKind, code: errorCodeSchema, at: instantSchema })),
})
export type BackupStatus = z.output<typeof backupStatusSchema>

/** What became of one place when a backup was made. */
export const placeOutcomeSchema = z.strictObject({ place: placeKind, code: errorCodeSchema.nullable() })

const secretText = z.string().min(1).max(longestPassphrase)

/** What opens a backup: the key that is open already, its own passphrase, or its own recovery key. */
export const backupSecretSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('present') }),
  z.strictObject({ kind: z.literal('passphrase'), passphrase: secretText }),
  z.strictObject({ kind: z.literal('recovery-key'), recoveryKey: recoveryKeyTextSchema }),
])
export type BackupSecret = z.input<typeof backupSecretSchema>

export const backupSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('listed'), id: backupIdSchema }),
  /** A file the user chose; it stays chosen for further tries, such as after a wrong passphrase. */
  z.strictObject({ kind: z.literal('chosen'), token: fileTokenSchema }),
])
export type BackupSource = z.output<typeof backupSourceSchema>

const ticket = z.uuid()

/** A backup that was opened and checked in full, and what putting it in the vault's place would mean. */
export const restorePreviewSchema = z.strictObject({
  /** Names this very copy; good until it is restored, given up, or another is opened. */
  ticket,
  createdAt: instantSchema,
  zone: timeZoneSchema,
  backup: holdingsSchema,
  /** What the vault holds now; null where that can't be read. */
  present: holdingsSchema.nullable(),
  isOtherVault: z.boolean(),
  /** How many changes the vault has seen since the backup was made; null where that isn't known. */
  changesLost: z.int().min(0).nullable(),
  /** Which passphrase opens the vault after it: the one it has now, or the backup's. */
  opensWith: z.enum(['present-passphrase', 'backup-passphrase']),
})
export type RestorePreview = z.output<typeof restorePreviewSchema>

export const restoreResultSchema = z.strictObject({
  opensWith: z.enum(['present-passphrase', 'backup-passphrase']),
  /** What became of the vault that was replaced. */
  replaced: z.enum(['backed-up', 'set-aside', 'nothing-there']),
})
export type RestoreResult = z.output<typeof restoreResultSchema>

const beforeAndAfter = ['locked', 'open'] as const

// None of these writes to the vault's own files but `restore`, which is the way out where they can't be written to.
export const backups = {
  list: vaultQuery({ input: nothing, output: backupListSchema, availableIn: beforeAndAfter }),
  status: vaultQuery({ input: nothing, output: backupStatusSchema }),
  /** Makes one now in each place, whether or not something changed. */
  make: vaultMutation({ input: nothing, output: z.array(placeOutcomeSchema), needsWriting: false }),
  /** Reads a whole backup and says whether every byte is as it was written. */
  check: vaultQuery({ input: backupIdSchema, output: z.strictObject({ isSound: z.boolean() }) }),
  chooseFolder: vaultMutation({
    needsWriting: false,
    input: z.strictObject({ token: fileTokenSchema }),
    output: backupListSchema,
  }),
  /** No second place any more; what is in it stays. */
  forgetFolder: vaultMutation({ input: nothing, output: backupListSchema, needsWriting: false }),
  /**
   * Opens and checks a backup and keeps a copy ready; the vault is not touched. `backup-needs-secret` where the
   * vault's own key doesn't open it.
   */
  open: vaultMutation({
    needsWriting: false,
    input: z.strictObject({ source: backupSourceSchema, secret: backupSecretSchema }),
    output: restorePreviewSchema,
    availableIn: beforeAndAfter,
  }),
  /** Puts an opened backup in the vault's place, which is locked after it. */
  restore: vaultMutation({
    needsWriting: false,
    input: z.strictObject({ ticket, acceptsOtherVault: z.boolean() }),
    output: restoreResultSchema,
    availableIn: beforeAndAfter,
  }),
  /** Gives up an opened backup, and forgets its key. */
  cancelRestore: vaultMutation({
    needsWriting: false,
    input: nothing,
    output: nothing,
    availableIn: beforeAndAfter,
  }),
  /** Writes everything as an age file that its passphrase opens, with or without Attune. */
  exportArchive: vaultMutation({
    needsWriting: false,
    input: z.strictObject({ token: fileTokenSchema, passphrase: z.string().min(1).max(longestPassphrase) }),
    output: z.strictObject({ name: z.string(), bytes: z.int() }),
  }),
}
