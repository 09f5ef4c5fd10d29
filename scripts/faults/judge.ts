import { rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Examined } from './child/examine.ts'
import type { Prepared } from './prepared.ts'

/**
 * What is wrong with a vault that was left behind when this many steps had been acknowledged; null where it is as it
 * has to be: what an undisturbed run leaves after those steps, or, the next one having been under way, after that.
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
        differenceOfBackups(before, after, found),
    )
    return differences.includes(null) ? null : `after ${acknowledged} steps: ${differences.join(' / ')}`
  } catch (cause) {
    return `after ${acknowledged} steps: ${String(cause)}`
  } finally {
    rmSync(dirname(folder), { recursive: true, force: true })
  }
}

/** What the next start or backup overwrites or removes, and nobody reads: half-written files, none in plain text. */
const isLeftover = (path: string): boolean => {
  const name = basename(path)
  return name.startsWith('unfinished.db') || name.endsWith('.new') || /^\.attune-\w+\.part/.test(name)
}

/** What counts how often something was done, and so differs where a step failed and was tried again. */
const countingTables: readonly string[] = ['vault_meta']
/** What is worked out anew from the rest while nobody waits. */
const derivedTables = /^evidence_(entries|index)/
const log = 'audit_entries'

const isBackup = (path: string): boolean => path.startsWith('backups/')
const filesOf = (from: Examined): string =>
  from.files
    .filter((path) => !isLeftover(path) && !isBackup(path))
    // A database that is built anew after a cut takes a number that none has had.
    .map((path) => path.replace(/vault-\d+\.db$/, 'vault-n.db'))
    .join(' ')

function differenceBetween(expected: Examined, found: Examined, wasDisturbed: boolean): string | null {
  if (filesOf(expected) !== filesOf(found)) return `files ${filesOf(found)} instead of ${filesOf(expected)}`
  for (const name of Object.keys({ ...expected.rows, ...found.rows })) {
    if (name === log || derivedTables.test(name) || (wasDisturbed && countingTables.includes(name))) continue
    const [wanted, got] = [expected.rows[name] ?? [], found.rows[name] ?? []]
    if (got.join('\n') !== wanted.join('\n'))
      return `table ${name}: ${got.length} rows instead of ${wanted.length}, or other ones`
  }
  const rest = ({ files: _files, rows: _rows, ...others }: Examined): string => JSON.stringify(others)
  return rest(expected) === rest(found) ? null : `${rest(found)} instead of ${rest(expected)}`
}

/**
 * What happened outside the database is logged after it: everything acknowledged is in the log, and of the step that
 * was under way nothing but what that step would have logged.
 */
function differenceOfLogs(before: Examined, after: Examined, found: Examined): string | null {
  const entries = (from: Examined): readonly string[] => from.rows[log] ?? []
  if (found.integrity !== 'ok') return null
  const missing = without(entries(before), entries(found))
  const surplus = without(entries(found), entries(after))
  if (missing.length + surplus.length === 0) return null
  return `the audit log lacks ${missing.join(' ') || 'nothing'} and has ${surplus.join(' ') || 'nothing'} more`
}

/** No backup is lost to one that is not there yet, and none is there that nobody made. */
function differenceOfBackups(before: Examined, after: Examined, found: Examined): string | null {
  // A backup whose last sync failed is made again, under a second name, and takes the place of the first.
  const firstName = (path: string): string => path.replace(/-(\d+)-\d+\.attunebackup$/, '-$1.attunebackup')
  const backupsOf = (from: Examined): string[] =>
    from.files.filter((path) => path.endsWith('.attunebackup')).map(firstName)
  const [earlier, later, there] = [before, after, found].map(backupsOf)
  if (!earlier || !later || !there) return null
  const surplus = without(there, [...earlier, ...later])
  const stays = earlier.filter((path) => later.includes(path))
  const missing = without(stays, there)
  const isFewer = there.length < Math.min(earlier.length, later.length)
  if (surplus.length + missing.length === 0 && !isFewer) return null
  return `backups ${there.join(' ')} instead of ${earlier.join(' ')} or ${later.join(' ')}`
}

/** What is left of a list when each of another was taken out of it once. */
function without(list: readonly string[], taken: readonly string[]): string[] {
  const left = [...list]
  for (const one of taken) {
    const index = left.indexOf(one)
    if (index >= 0) left.splice(index, 1)
  }
  return left
}
