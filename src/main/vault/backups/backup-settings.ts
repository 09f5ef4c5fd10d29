import { lstatSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { errorCodeSchema } from '#shared/contract/result.ts'
import { instantSchema } from '#shared/records/calendar.ts'
import { isMissing } from '../files/is-missing.ts'
import { readSmallFile } from '../files/read-small-file.ts'
import { setAside, setCopyAside, writeDurably } from '../files/write-durably.ts'

const attemptSchema = z.strictObject({
  succeededAt: instantSchema.nullable(),
  /** The last failure, if nothing has succeeded since. */
  failed: z.strictObject({ at: instantSchema, code: errorCodeSchema }).nullable(),
})

/** A folder that backups go to. */
export const folderSchema = z.string().min(1).max(4_096)
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
  /** When Attune found that the file no longer names the folders. Absent once the user has chosen again. */
  foldersLostAt: instantSchema.optional(),
  /** The second folder that was in use then, if the vault remembers it. */
  lostFolder: folderSchema.optional(),
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
  const { foldersLostAt: _known, lostFolder: _chosen, ...kept } = settings
  const { chosenFolder, earlierFolders, places } = kept
  const earlier = chosenFolder === null ? earlierFolders : [chosenFolder, ...earlierFolders]
  return {
    ...kept,
    chosenFolder: folder,
    earlierFolders: [...new Set(earlier)].filter((one) => one !== folder).slice(0, mostEarlierFolders),
    places: { ...places, chosen: never },
  }
}

interface LostFolders {
  /** The second folder that was in use. */
  readonly inUse: string | null
  readonly earlier: readonly string[]
  readonly at: string
}

/** The same settings with folders that they no longer named. Says so if one of them was in use. */
export function withLostFolders(
  settings: BackupSettings,
  { inUse, earlier, at }: LostFolders,
): BackupSettings {
  const folders = [...(inUse === null ? [] : [inUse]), ...settings.earlierFolders, ...earlier]
  const earlierFolders = [...new Set(folders)].slice(0, mostEarlierFolders)
  if (inUse === null) return { ...settings, earlierFolders }
  return { ...settings, earlierFolders, foldersLostAt: settings.foldersLostAt ?? at, lostFolder: inUse }
}

/** Keeps an unreadable file under another name. A small one also stays, so that a full disk changes nothing. */
function keepAside(file: string): void {
  const found = lstatSync(file)
  if (found.isFile() && found.size <= largestFile) setCopyAside(file)
  else setAside(file)
}

/** Null if the file holds something else than settings. */
function read(file: string): BackupSettings | null {
  try {
    const bytes = readSmallFile(file, largestFile)
    return bytes && backupSettingsSchema.parse(JSON.parse(bytes.toString('utf8')))
  } catch (cause) {
    return isMissing(cause) ? initial : null
  }
}

/**
 * Reads and writes the settings file. Without a readable file, backups continue in Attune's own folder. The settings then
 * say since when, and an unreadable file is kept under another name.
 */
export function createBackupSettings(file: string, now: () => Date) {
  const get = (): BackupSettings => read(file) ?? { ...initial, foldersLostAt: now().toISOString() }
  return {
    get,
    update: (change: (settings: BackupSettings, at: string) => BackupSettings): void => {
      const text = JSON.stringify(change(get(), now().toISOString()), null, 2)
      if (read(file) === null) keepAside(file)
      // Nothing is written that `get` would not read.
      backupSettingsSchema.parse(JSON.parse(text))
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
      writeDurably(file, `${text}\n`)
    },
  }
}

export type BackupSettingsFile = ReturnType<typeof createBackupSettings>
