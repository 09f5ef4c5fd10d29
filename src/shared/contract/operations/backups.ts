import { z } from 'zod'
import { fileTokenSchema } from '../../files/file-purposes.ts'
import { calendarDateSchema, instantSchema, timeZoneSchema } from '../../sessions/calendar.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'
import { errorCodeSchema } from '../outcome.ts'
import { longestPassphrase } from './vault.ts'

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

const beforeAndAfter = ['locked', 'open'] as const

export const backups = {
  list: vaultQuery({ input: nothing, output: backupListSchema, availableIn: beforeAndAfter }),
  status: vaultQuery({ input: nothing, output: backupStatusSchema }),
  /** Makes one now in each place, whether or not something changed. */
  make: vaultMutation({ input: nothing, output: z.array(placeOutcomeSchema) }),
  /** Reads a whole backup and says whether every byte is as it was written. */
  check: vaultQuery({ input: backupIdSchema, output: z.strictObject({ isSound: z.boolean() }) }),
  chooseFolder: vaultMutation({
    input: z.strictObject({ token: fileTokenSchema }),
    output: backupListSchema,
  }),
  /** No second place any more; what is in it stays. */
  forgetFolder: vaultMutation({ input: nothing, output: backupListSchema }),
  /** Writes everything as an age file that its passphrase opens, with or without Attune. */
  exportArchive: vaultMutation({
    input: z.strictObject({ token: fileTokenSchema, passphrase: z.string().min(1).max(longestPassphrase) }),
    output: z.strictObject({ name: z.string(), bytes: z.int() }),
  }),
}
