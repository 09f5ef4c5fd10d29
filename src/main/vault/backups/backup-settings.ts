import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { errorCodeSchema } from '#shared/contract/result.ts'
import { instantSchema } from '#shared/records/calendar.ts'
import { readSmallFile } from '../files/read-small-file.ts'
import { writeDurably } from '../files/write-durably.ts'

const attemptSchema = z.strictObject({
  succeededAt: instantSchema.nullable(),
  /** The last failure, if nothing has succeeded since. */
  failed: z.strictObject({ at: instantSchema, code: errorCodeSchema }).nullable(),
})

const folderSchema = z.string().min(1).max(4_096)
const mostEarlierFolders = 10

/**
 * The second backup folder and the outcome of the last backups. A plain file beside the backups, because it must be
 * readable while the vault is locked. Contains no vault data.
 */
export const backupSettingsSchema = z.strictObject({
  format: z.literal('attune-backups'),
  version: z.literal(1),
  /** The second folder, as the user chose it. */
  chosenFolder: folderSchema.nullable(),
  /** The folders chosen before, latest first. Backups may still lie there. */
  earlierFolders: z.array(folderSchema).max(mostEarlierFolders).default([]),
  places: z.strictObject({ default: attemptSchema, chosen: attemptSchema }),
})
export type BackupSettings = z.output<typeof backupSettingsSchema>
export type Attempt = z.output<typeof attemptSchema>

const largestFile = 256 * 1024
const never: Attempt = { succeededAt: null, failed: null }
const initial: BackupSettings = {
  format: 'attune-backups',
  version: 1,
  chosenFolder: null,
  earlierFolders: [],
  places: { default: never, chosen: never },
}

/** The same settings with another second folder, or none. Remembers the one before. */
export function withChosenFolder(settings: BackupSettings, folder: string | null): BackupSettings {
  const { chosenFolder, earlierFolders, places } = settings
  const earlier = chosenFolder === null ? earlierFolders : [chosenFolder, ...earlierFolders]
  return {
    ...settings,
    chosenFolder: folder,
    earlierFolders: [...new Set(earlier)].filter((one) => one !== folder).slice(0, mostEarlierFolders),
    places: { ...places, chosen: never },
  }
}

/** Reads and writes the settings file. An unreadable file counts as none, and backups continue without it. */
export function createBackupSettings(file: string) {
  const get = (): BackupSettings => {
    try {
      const bytes = readSmallFile(file, largestFile)
      return bytes === null ? initial : backupSettingsSchema.parse(JSON.parse(bytes.toString('utf8')))
    } catch {
      return initial
    }
  }
  return {
    get,
    update: (change: (settings: BackupSettings) => BackupSettings): void => {
      const text = JSON.stringify(change(get()), null, 2)
      // Nothing is written that `get` would not read.
      backupSettingsSchema.parse(JSON.parse(text))
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
      writeDurably(file, `${text}\n`)
    },
  }
}
