import { AppError } from '#shared/contract/result.ts'
import { explainForeignPlace } from '../files/explain-foreign-place.ts'
import type { BackupReadings } from './backup-readings.ts'
import { checkContainer, type Progress } from './container.ts'
import { genuineIn } from './genuine-backups.ts'
import type { BackedUpVault } from './backed-up-vault.ts'
import { idOf, type FoundBackup, type Place, type PlaceContent } from './places.ts'

interface ReadThroughParts {
  readonly readings: BackupReadings
  readonly readAll: () => Promise<readonly { place: Place; content: PlaceContent }[]>
  readonly now: () => Date
}

/** Reads kept backups through again, and remembers the results. */
export function createReadThrough({ readings, readAll, now }: ReadThroughParts) {
  /** The vault's backups that can be seen now, and the places that can't, such as a drive that is not plugged in. */
  const look = async (vault: BackedUpVault) => {
    const all = await readAll()
    const genuine = all.flatMap(({ content }) => genuineIn(vault, content))
    const own = genuine.map(({ found, createdAt }) => ({ found, createdAt, ...idOf(found) }))
    const away = all.flatMap(({ place, content }) => (content.state === 'ready' ? [] : [place.kind]))
    return { own, away: new Set(away) }
  }

  /** Whether the holder of the vault's key wrote every byte of a backup. */
  const read = async (vault: BackedUpVault, found: FoundBackup, progress?: Progress): Promise<boolean> => {
    const isSound = await isWhole(vault, found, progress)
    const { own, away } = await look(vault)
    // A file of another key is not whole under this one, but nobody can say that it has rotted.
    // The mark of a file that was replaced during the reading says nothing about what was read.
    const genuine = own.find((one) => one.found.path === found.path && one.mark === found.mark)
    if (genuine) readings.note(genuine, { at: now().toISOString(), isSound }, { existing: own, away })
    return isSound
  }

  return {
    read,
    /** Reads the backup whose turn it is, at most one a day. Its turn comes again if its place has gone meanwhile. */
    readNext: async (vault: BackedUpVault): Promise<void> => {
      const next = readings.next((await look(vault)).own, now())
      if (!next) return
      try {
        await read(vault, next.found)
      } catch (cause) {
        // Nobody asked for this reading, and a failure that nobody takes ends the vault process.
        if (!isAboutFile(cause)) throw cause
      }
    },
  }
}

export type ReadThrough = ReturnType<typeof createReadThrough>

/** A drive can go in more ways than Attune has words for; all of them come from the system. */
function isAboutFile(cause: unknown): boolean {
  return cause instanceof AppError || (cause instanceof Error && 'syscall' in cause)
}

async function isWhole(
  vault: BackedUpVault,
  { path, read }: FoundBackup,
  progress?: Progress,
): Promise<boolean> {
  if (read.kind !== 'backup') return false
  const backupKey = vault.withKey('backup-mac', (key) => Buffer.from(key))
  try {
    return (await checkContainer(path, read, backupKey, progress ? { progress } : {})) !== null
  } catch (raw) {
    const cause = explainForeignPlace(raw)
    // A disk that can't read the file has lost it, too.
    if (cause instanceof AppError && cause.code === 'disk-error') return false
    throw cause
  } finally {
    backupKey.fill(0)
  }
}
