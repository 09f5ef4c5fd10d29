import { rmSync } from 'node:fs'
import { join } from 'node:path'
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
  options: { wasRepeated: boolean } = { wasRepeated: false },
): Promise<string | null> {
  const overlooked = options.wasRepeated ? countingTables : []
  try {
    const found = await prepared.examiner.examine(folder, prepared.scenario)
    const allowed = prepared.undisturbed.slice(acknowledged, acknowledged + 2)
    const differences = allowed.map((expected) => differenceBetween(expected, found, overlooked))
    return differences.includes(null) ? null : `after ${acknowledged} steps: ${differences.join(' / ')}`
  } catch (cause) {
    return `after ${acknowledged} steps: ${String(cause)}`
  } finally {
    rmSync(join(folder, '..'), { recursive: true, force: true })
  }
}

/** What a next start overwrites and never reads: half-written files that hold nothing in plain text. */
const isLeftover = (name: string): boolean => name.startsWith('unfinished.db') || name.endsWith('.new')

/** What counts how often something was done, and so differs where a step had to be tried again. */
const countingTables: readonly string[] = ['vault_meta']

function differenceBetween(
  expected: Examined,
  found: Examined,
  overlooked: readonly string[],
): string | null {
  const files = (from: Examined): string => from.files.filter((name) => !isLeftover(name)).join(' ')
  if (files(expected) !== files(found)) return `files ${files(found)} instead of ${files(expected)}`
  for (const [name, rows] of Object.entries({ ...expected.rows, ...found.rows }))
    if (!overlooked.includes(name) && found.rows[name]?.join('\n') !== expected.rows[name]?.join('\n'))
      return `table ${name}: ${found.rows[name]?.length} rows instead of ${rows.length}, or other ones`
  const rest = ({ files: _files, rows: _rows, ...others }: Examined): string => JSON.stringify(others)
  return rest(expected) === rest(found) ? null : `${rest(found)} instead of ${rest(expected)}`
}
