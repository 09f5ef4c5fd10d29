import { setTimeout as wait } from 'node:timers/promises'
import { sequenceOf } from '../database/change.ts'
import { lineageOf, linesLeft, newerBackupFound } from '../database/lineage.ts'
import type { Comparison, UnwrittenVault } from '../opening/known-backups.ts'
import { lineageOfVault } from './backed-up-vault.ts'
import { genuineIn, type GenuineBackup } from './genuine-backups.ts'
import { readPlace, type Place, type PlaceContent } from './places.ts'
import { compareNewestFirst } from './rotation.ts'

/** An unlock waits this long for a folder that the user chose. A network share can take minutes to answer, or hang. */
const longestWaitMilliseconds = 1_500

/**
 * Compares a vault with all backups that its key vouches for, before anything is written to it. Passes over a chosen
 * folder that does not answer in time; what the next backup then finds there counts at the unlock after it.
 *
 * A backup of a line of states that the vault has left behind may be newer. Any other is newer than the vault only if an
 * earlier state of the vault was put back, or if the vault is in use in another place as well.
 */
export async function compareWithBackups(
  vault: UnwrittenVault,
  places: readonly Place[],
): Promise<Comparison> {
  const contents = await Promise.all(places.map(readInTime))
  const genuine = contents.flatMap((content) => genuineIn(vault, content))
  const later = genuine.filter((backup) => isLater(backup, vault))
  const found = newerBackupFound(vault.db)
  const [newest = found] = (later.length > 0 || found ? later : genuine).toSorted(compareNewestFirst)
  return {
    isBehind: later.length > 0 || found !== null,
    newest: newest ? { createdAt: newest.createdAt, zone: newest.zone } : null,
    lines: [...new Set(later.map(({ lineage }) => lineage))],
  }
}

function readInTime(place: Place): Promise<PlaceContent> {
  if (place.kind === 'default') return readPlace(place)
  const unanswered = wait(longestWaitMilliseconds, { state: 'unreadable' } as const, { ref: false })
  return Promise.race([readPlace(place), unanswered])
}

function isLater({ lineage, sequence, head }: GenuineBackup, vault: UnwrittenVault): boolean {
  const header = vault.header()
  const first = lineageOf(vault.db) === null ? [] : [header.vaultId]
  if ([...linesLeft(vault.db), ...first].includes(lineage)) return false
  // A change of the passphrase changes the header only.
  const isOfLaterHeader = lineage === lineageOfVault(vault) && head.vault.generation > header.generation
  return sequence > sequenceOf(vault.db) || isOfLaterHeader
}
