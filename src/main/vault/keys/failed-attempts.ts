import { join } from 'node:path'
import { z } from 'zod'
import { withinCalendar } from '#shared/records/calendar.ts'
import { readSmallFile } from '../files/read-small-file.ts'
import { removeIfThere, writeDurably } from '../files/write-durably.ts'
import { countSchema, highestCount } from './header.ts'

/**
 * Wrong passphrases and recovery keys since the vault was last opened: their number, and the times of the last ones.
 */
export interface FailedAttempts {
  readonly count: number
  /** Instants, oldest first; at most the last hundred. */
  readonly times: readonly string[]
}

export const noAttempts: FailedAttempts = { count: 0, times: [] }

const fileName = 'attempts.json'
const mostTimes = 100
const largestFile = 16 * 1024

const fileSchema = z.lazy(() =>
  z.strictObject({
    format: z.literal('attune-attempts'),
    version: z.literal(1),
    count: countSchema.min(1),
    times: z.array(z.iso.datetime()).min(1).max(mostTimes),
  }),
)

/**
 * Reads the failed attempts written while the vault was locked. A missing, damaged or senseless file counts as none: it
 * only informs the therapist, and must never keep anybody out.
 */
export function readFailedAttempts(folder: string): FailedAttempts {
  try {
    const bytes = readSmallFile(join(folder, fileName), largestFile)
    if (bytes === null) return noAttempts
    const { count, times } = fileSchema.parse(JSON.parse(bytes.toString('utf8')))
    return { count: Math.max(count, times.length), times: times.toSorted() }
  } catch {
    return noAttempts
  }
}

/** Adds one failed attempt to the file and returns all. If the file can't be written, only counts in memory. */
export function addFailedAttempt(folder: string, before: FailedAttempts, at: Date): FailedAttempts {
  const attempts = {
    count: Math.min(before.count + 1, highestCount),
    times: [...before.times, withinCalendar(at).toISOString()].slice(-mostTimes),
  }
  try {
    const text = JSON.stringify({ format: 'attune-attempts', version: 1, ...attempts })
    // Nothing is written that the next start would not read.
    fileSchema.parse(JSON.parse(text))
    writeDurably(join(folder, fileName), `${text}\n`)
  } catch {
    // Counting continues in memory.
  }
  return attempts
}

/** Deletes the file once the open vault has recorded the attempts. */
export function forgetFailedAttempts(folder: string): void {
  try {
    removeIfThere(join(folder, fileName))
  } catch {
    // The next unlock reports the attempts again.
  }
}
