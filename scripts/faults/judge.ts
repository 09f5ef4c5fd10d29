import { rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { readSetAsideName } from '#vault/database/set-aside-name.ts'
import type { Examined } from './child/examine.ts'
import type { Prepared } from './prepared.ts'

/**
 * Says what is wrong with a vault after this many steps were acknowledged. Returns null if it matches an undisturbed
 * run after those steps, or after one more, because the next step may have been running.
 */
export async function judge(
  prepared: Prepared,
  folder: string,
  acknowledged: number,
  { wasDisturbed }: { wasDisturbed: boolean } = { wasDisturbed: false },
): Promise<string | null> {
  try {
    const found = await prepared.examiner.examine(folder, prepared.scenario)
    const before = prepared.undisturbed[acknowledged]
    const after = prepared.undisturbed[acknowledged + 1] ?? before
    if (!before || !after) throw new Error('more steps were acknowledged than there are')
    const differences = [before, after].map(
      (expected) =>
        differenceBetween(expected, found, wasDisturbed) ??
        (wasDisturbed ? null : differenceOfLogs(before, after, found)) ??
        differenceOfBackups(before, after, found, wasDisturbed),
    )
    return differences.includes(null) ? null : `after ${acknowledged} steps: ${differences.join(' / ')}`
  } catch (cause) {
    return `after ${acknowledged} steps: ${String(cause)}`
  } finally {
    rmSync(dirname(folder), { recursive: true, force: true })
  }
}

/** Half-written files that nobody reads and the next start or backup overwrites or removes. None is plain text. */
const isLeftover = (path: string): boolean => {
  const name = basename(path)
  return name.startsWith('unfinished.db') || name.endsWith('.new') || /^\.attune-\w+\.part/.test(name)
}

/** Tables that count changes, and so differ if a step failed and was tried again. */
const countingTables: readonly string[] = ['vault_meta']
/** Indexes that the vault rebuilds from other tables while nobody waits. */
const derivedTables = /^evidence_(entries|index)/
const log = 'audit_entries'
/** Holds only the number of earlier keys. A re-encryption that is done and then refused leaves one more. */
const earlierKeys = 'earlier_keys'

/**
 * A migration and a re-encryption keep the state before them as a backup. If that backup can't be made, they set the
 * old database aside instead. Says which state is kept too seldom. A step that was cut or tried again may keep it more
 * often than an undisturbed run.
 */
function differenceOfKept(expected: Examined, found: Examined): string | null {
  const timesIn = ({ keptBefore }: Examined, reason: string): number =>
    keptBefore.filter((kept) => kept === reason).length
  for (const reason of new Set(expected.keptBefore)) {
    const [wanted, got] = [timesIn(expected, reason), timesIn(found, reason)]
    if (got < wanted) return `${got} states kept from ${reason} instead of ${wanted}`
  }
  return null
}

const isSetAside = (path: string): boolean => readSetAsideName(path) !== null
const isBackup = (path: string): boolean => path.startsWith('backups/')
const filesOf = (from: Examined): string =>
  from.files
    .filter((path) => !isLeftover(path) && !isBackup(path) && !isSetAside(path))
    // A database that is built again after a cut gets a number that no other has had.
    .map((path) => path.replace(/vault-\d+\.db$/, 'vault-n.db'))
    .join(' ')

/** Compares what a run left with an undisturbed run, without the log and the backups. Returns null for no difference. */
export function differenceBetween(expected: Examined, found: Examined, wasDisturbed: boolean): string | null {
  if (filesOf(expected) !== filesOf(found)) return `files ${filesOf(found)} instead of ${filesOf(expected)}`
  const ofKept = differenceOfKept(expected, found)
  if (ofKept !== null) return ofKept
  for (const name of Object.keys({ ...expected.rows, ...found.rows })) {
    if (name === log || derivedTables.test(name) || (wasDisturbed && countingTables.includes(name))) continue
    const [wanted, got] = [expected.rows[name] ?? [], found.rows[name] ?? []]
    if (name === earlierKeys && wasDisturbed && numberIn(got) >= numberIn(wanted)) continue
    if (got.join('\n') !== wanted.join('\n'))
      return `table ${name}: ${got.length} rows instead of ${wanted.length}, or other ones`
  }
  const rest = ({ files: _files, rows: _rows, keptBefore: _kept, ...others }: Examined): string =>
    JSON.stringify(others)
  return rest(expected) === rest(found) ? null : `${rest(found)} instead of ${rest(expected)}`
}

/** The number in the only row of a table that `examine` counts. */
const numberIn = ([row = '']: readonly string[]): number => Number(/:(\d+)\}$/.exec(row)?.[1] ?? Number.NaN)

/**
 * The log gets an entry after something happened outside the database. So all acknowledged steps must be in the log,
 * and of the running step only entries that it would have written.
 */
function differenceOfLogs(before: Examined, after: Examined, found: Examined): string | null {
  const entries = (from: Examined): readonly string[] => from.rows[log] ?? []
  if (found.integrity !== 'ok') return null
  const missing = without(entries(before), entries(found))
  const surplus = without(entries(found), entries(after))
  if (missing.length + surplus.length === 0) return null
  return `the audit log lacks ${missing.join(' ') || 'nothing'} and has ${surplus.join(' ') || 'nothing'} more`
}

/** No backup may be missing before its replacement exists, and none may be there that no step made. */
function differenceOfBackups(
  before: Examined,
  after: Examined,
  found: Examined,
  wasDisturbed: boolean,
): string | null {
  // If the last sync of a backup fails, it is made again under a second name, which replaces the first. The name ends
  // with the count of changes, which is higher after a second try.
  const firstName = (path: string): string =>
    path.replace(/-(\d+)(?:-\d+)?\.attunebackup$/, wasDisturbed ? '.attunebackup' : '-$1.attunebackup')
  const backupsOf = (from: Examined): string[] =>
    from.files.filter((path) => path.endsWith('.attunebackup')).map(firstName)
  const [earlier, later, there] = [before, after, found].map(backupsOf)
  if (!earlier || !later || !there) return null
  const surplus = without(there, [...earlier, ...later])
  const stays = earlier.filter((path) => later.includes(path))
  // A database that was set aside stands for the backup that could not be made.
  const setAside = without(found.files.filter(isSetAside), before.files.filter(isSetAside)).length
  const missing = without(stays, there).length - setAside
  const isFewer = there.length + setAside < Math.min(earlier.length, later.length)
  if (surplus.length === 0 && missing <= 0 && !isFewer) return null
  return `backups ${there.join(' ')} instead of ${earlier.join(' ')} or ${later.join(' ')}`
}

/** A list without the members of another, each removed once. */
function without(list: readonly string[], taken: readonly string[]): string[] {
  const left = [...list]
  for (const one of taken) {
    const index = left.indexOf(one)
    if (index >= 0) left.splice(index, 1)
  }
  return left
}
