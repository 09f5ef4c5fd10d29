import { AppError } from '#shared/contract/result.ts'
import { explainForeignPlace } from '../files/explain-foreign-place.ts'
import type { BackupReadings } from './backup-readings.ts'
import { checkContainer } from './container.ts'
import { genuineIn } from './genuine-backups.ts'
import type { BackedUpVault } from './backed-up-vault.ts'
import type { FoundBackup, PlaceContent } from './places.ts'

interface ReadThroughParts {
  readonly readings: BackupReadings
  readonly readAll: () => Promise<readonly { content: PlaceContent }[]>
  readonly now: () => Date
}

/** Reads kept backups through again, and remembers the results. */
export function createReadThrough({ readings, readAll, now }: ReadThroughParts) {
  const own = async (vault: BackedUpVault) => {
    const genuine = (await readAll()).flatMap(({ content }) => genuineIn(vault, content))
    return genuine.map(({ found, name, createdAt }) => ({ found, name, createdAt, place: found.place.kind }))
  }

  /** Whether the holder of the vault's key wrote every byte of a backup. */
  const read = async (vault: BackedUpVault, found: FoundBackup): Promise<boolean> => {
    const isSound = await isWhole(vault, found)
    const all = await own(vault)
    // A file of another key is not whole under this one, but nobody can say that it has rotted.
    const genuine = all.find((one) => one.found.path === found.path)
    if (genuine) readings.note(genuine, { at: now().toISOString(), isSound }, all)
    return isSound
  }

  return {
    read,
    /** Reads the backup whose turn it is, at most one a day. */
    readNext: async (vault: BackedUpVault): Promise<void> => {
      const next = readings.next(await own(vault), now())
      if (next) await read(vault, next.found)
    },
  }
}

async function isWhole(vault: BackedUpVault, { path, read }: FoundBackup): Promise<boolean> {
  if (read.kind !== 'backup') return false
  const backupKey = vault.withKey('backup-mac', (key) => Buffer.from(key))
  try {
    return (await checkContainer(path, read, backupKey)) !== null
  } catch (raw) {
    const cause = explainForeignPlace(raw)
    // A disk that can't read the file has lost it, too.
    if (cause instanceof AppError && cause.code === 'disk-error') return false
    throw cause
  } finally {
    backupKey.fill(0)
  }
}
