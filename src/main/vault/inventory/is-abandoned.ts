import { lstatSync } from 'node:fs'

const dayMilliseconds = 86_400_000

/**
 * Whether a half-made file is of no use to anybody. In Attune's own folders only this process makes such files, so every
 * one there is. In a folder of others, another computer may be writing it, so it must be older than a day by the clock
 * that gives files their times.
 */
export function isAbandoned(path: string, isOthersFolder: boolean): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found || found.isDirectory()) return false
  return !isOthersFolder || Date.now() - found.mtimeMs > dayMilliseconds
}
