import { z } from 'zod'
import { fileTokenSchema } from '../../files/file-purposes.ts'
import { calendarDateSchema, instantSchema, timeZoneSchema } from '../../records/calendar.ts'
import { nothing, provenMutation, vaultMutation, vaultQuery } from '../operation.ts'
import { errorCodeSchema } from '../result.ts'
import { passphraseSchema, recoveryKeySchema } from '../secret-bytes.ts'

/** Attune's own folder beside the vault, and the one the user chose. */
export const placeKinds = ['default', 'chosen'] as const
export type PlaceKind = (typeof placeKinds)[number]

/** Properties of a folder that the user should know before relying on it. */
export const placeWarnings = ['inside-data-folder', 'same-disk', 'synced'] as const
export type PlaceWarning = (typeof placeWarnings)[number]

const placeKind = z.enum(placeKinds)

/** Why a backup was made. All but the usual ones keep what something else was about to replace. */
export const backupReasons = ['usual', 'before-restore', 'before-re-encryption', 'before-migration'] as const
export type BackupReason = (typeof backupReasons)[number]

export const placeSchema = z.strictObject({
  kind: placeKind,
  /** Its path, for display only. */
  folder: z.string(),
  state: z.enum(['ready', 'read-only', 'missing', 'unreadable', 'not-made-yet']),
  warnings: z.array(z.enum(placeWarnings)),
  succeededAt: instantSchema.nullable(),
  /** The last failure; null after a later success. */
  failed: z.strictObject({ at: instantSchema, code: errorCodeSchema }).nullable(),
})
export type BackupPlace = z.output<typeof placeSchema>

/** Counts of a backup's content; known only with the vault's key. */
export const holdingsSchema = z.strictObject({
  clients: z.int().min(0),
  sessions: z.int().min(0),
  newestSessionOn: calendarDateSchema.nullable(),
})
export type Holdings = z.output<typeof holdingsSchema>

const fileName = z.string().max(200)
const backupIdSchema = z.strictObject({ place: placeKind, name: fileName })

/**
 * `good`: the vault's key vouches for its head, and it has the right length; every byte was read back when it was made.
 * `unchecked`: the vault is locked, so no key vouches for anything. `other-key`: the head says that it is of this vault,
 * but the key does not vouch for it. `rotted`: it was good, and no longer reads as it was written.
 */
export const backupStates = [
  'good',
  'unchecked',
  'rotted',
  'other-vault',
  'other-key',
  'newer',
  'damaged',
] as const

export const backupItemSchema = z.strictObject({
  id: backupIdSchema,
  state: z.enum(backupStates),
  bytes: z.int().min(0),
  /** Null if the file can't be read. */
  createdAt: instantSchema.nullable(),
  zone: timeZoneSchema.nullable(),
  holdings: holdingsSchema.nullable(),
  /** Why it was made; null unless it is good. */
  reason: z.enum(backupReasons).nullable(),
})
export type BackupItem = z.output<typeof backupItemSchema>

/** A database that Attune keeps in the vault's folder: another one replaced it, or a journal was about to change it. */
export const setAsideSchema = z.strictObject({
  name: fileName,
  /** Null if the name of the file doesn't say. */
  reason: z.enum(['before-restore', 'before-re-encryption', 'before-migration', 'before-undoing']).nullable(),
  at: instantSchema.nullable(),
  bytes: z.int().min(0),
})
export type SetAsideItem = z.output<typeof setAsideSchema>

export const backupListSchema = z.strictObject({
  places: z.array(placeSchema),
  /** Newest first. */
  backups: z.array(backupItemSchema),
  /** Newest first. */
  setAside: z.array(setAsideSchema),
  /** Whether the vault changed since the newest good backup; null while it is locked. */
  isDue: z.boolean().nullable(),
  /**
   * Set if the settings no longer name the second folder, until the user chooses one again. `path` is the folder, if the
   * vault remembers it.
   */
  lostFolder: z.strictObject({ path: z.string().nullable() }).nullable(),
})
export type BackupList = z.output<typeof backupListSchema>

/** The state of the newest backup, for a short note on another screen. */
export const backupStatusSchema = z.strictObject({
  succeededAt: instantSchema.nullable(),
  failures: z.array(z.strictObject({ place: placeKind, code: errorCodeSchema, at: instantSchema })),
})
export type BackupStatus = z.output<typeof backupStatusSchema>

/** The result of a backup in one place. */
export const placeOutcomeSchema = z.strictObject({ place: placeKind, code: errorCodeSchema.nullable() })

/** What opens a backup: the vault's own open key, the backup's passphrase, or its recovery key. */
export const backupSecretSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('present') }),
  z.strictObject({ kind: z.literal('passphrase'), passphrase: passphraseSchema }),
  z.strictObject({ kind: z.literal('recovery-key'), recoveryKey: recoveryKeySchema }),
])
export type BackupSecret = z.input<typeof backupSecretSchema>

export const backupSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('listed'), id: backupIdSchema }),
  /** A file the user chose; valid for further tries, such as after a wrong passphrase. */
  z.strictObject({ kind: z.literal('chosen'), token: fileTokenSchema }),
])
export type BackupSource = z.output<typeof backupSourceSchema>

const ticket = z.uuid()

/** A backup that was opened and checked in full, and what restoring it would change. */
export const restorePreviewSchema = z.strictObject({
  /** Names this copy; valid until it is restored or discarded, or another backup is opened. */
  ticket,
  createdAt: instantSchema,
  zone: timeZoneSchema,
  backup: holdingsSchema,
  /** What the vault holds now; null if that can't be read. */
  present: holdingsSchema.nullable(),
  isOtherVault: z.boolean(),
  /** The number of changes to the vault since the backup; null if unknown. */
  changesLost: z.int().min(0).nullable(),
  /** Which passphrase opens the vault after the restore: the current one, or the backup's. */
  opensWith: z.enum(['present-passphrase', 'backup-passphrase']),
})
export type RestorePreview = z.output<typeof restorePreviewSchema>

export const restoreResultSchema = z.strictObject({
  opensWith: z.enum(['present-passphrase', 'backup-passphrase']),
  /** Whether the replaced vault's files are set aside, or there were none. */
  replaced: z.enum(['set-aside', 'nothing-there']),
  /** Whether a backup of the replaced vault was made too. */
  isBackedUp: z.boolean(),
  /** Whether the restored vault knows all that has left for supervisors: false if the replaced one could not be read. */
  knowsSharing: z.boolean(),
})
export type RestoreResult = z.output<typeof restoreResultSchema>

const beforeAndAfter = ['locked', 'open'] as const

// Only `restore` writes to the vault's own files. It is allowed in a read-only vault because it can repair one.
export const backups = {
  list: vaultQuery({ input: nothing, output: backupListSchema, availableIn: beforeAndAfter }),
  status: vaultQuery({ input: nothing, output: backupStatusSchema }),
  /** Makes a backup now in each place, even if nothing changed. */
  make: vaultMutation({ input: nothing, output: z.array(placeOutcomeSchema), needsWriting: false }),
  /** Reads a whole backup and says whether every byte is unchanged. */
  check: vaultQuery({ input: backupIdSchema, output: z.strictObject({ isSound: z.boolean() }) }),
  chooseFolder: provenMutation({
    needsWriting: false,
    input: z.strictObject({ token: fileTokenSchema }),
    output: backupListSchema,
  }),
  /** Forgets the second place; its backups stay. */
  forgetFolder: provenMutation({ input: nothing, output: backupListSchema, needsWriting: false }),
  /**
   * Deletes a set-aside database after a backup with the same content was read through. Fails with
   * `set-aside-not-proven` if none holds it.
   */
  removeSetAside: provenMutation({
    needsWriting: false,
    input: z.strictObject({ name: fileName }),
    output: backupListSchema,
  }),
  /**
   * Opens and checks a backup and keeps a copy ready, without touching the vault. Fails with `backup-needs-secret` if
   * the vault's own key doesn't open it.
   */
  open: vaultMutation({
    needsWriting: false,
    input: z.strictObject({ source: backupSourceSchema, secret: backupSecretSchema }),
    output: restorePreviewSchema,
    availableIn: beforeAndAfter,
  }),
  /** Replaces the vault with an opened backup, then locks it. */
  restore: provenMutation({
    needsWriting: false,
    input: z.strictObject({ ticket, acceptsOtherVault: z.boolean() }),
    output: restoreResultSchema,
    availableIn: beforeAndAfter,
  }),
  /** Discards an opened backup and its key. */
  cancelRestore: vaultMutation({
    needsWriting: false,
    input: nothing,
    output: nothing,
    availableIn: beforeAndAfter,
  }),
  /** Writes the whole vault as an age file that its passphrase opens, with or without Attune. */
  exportArchive: provenMutation({
    needsWriting: false,
    input: z.strictObject({ token: fileTokenSchema, passphrase: passphraseSchema }),
    output: z.strictObject({ name: z.string(), bytes: z.int() }),
  }),
}
