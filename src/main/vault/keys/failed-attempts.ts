import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { removeIfThere, writeDurably } from '../files/write-durably.ts'

/** Wrong passphrases and recovery keys since the vault was last opened: how many, and when the last of them were. */
export interface FailedAttempts {
  readonly count: number
  /** Instants, oldest first; no more than the last hundred. */
  readonly times: readonly string[]
}

export const noAttempts: FailedAttempts = { count: 0, times: [] }

const fileName = 'attempts.json'
const mostTimes = 100
const largestFile = 16 * 1024

const fileSchema = z.strictObject({
  format: z.literal('attune-attempts'),
  version: z.literal(1),
  count: z.int().min(1),
  times: z.array(z.iso.datetime()).min(1).max(mostTimes),
})

/**
 * Reads the failed attempts that a locked Attune wrote down. A file that is missing, damaged or nonsense holds none:
 * it is a note for the therapist, and must never keep anybody out.
 */
export function readFailedAttempts(folder: string): FailedAttempts {
  try {
    const bytes = readFileSync(join(folder, fileName))
    if (bytes.length > largestFile) return noAttempts
    const { count, times } = fileSchema.parse(JSON.parse(bytes.toString('utf8')))
    return { count: Math.max(count, times.length), times: times.toSorted() }
  } catch {
    return noAttempts
  }
}

/** Writes one more failed attempt down; gives all of them. Where nothing can be written, it is only counted. */
export function addFailedAttempt(folder: string, before: FailedAttempts, at: Date): FailedAttempts {
  const attempts = {
    count: before.count + 1,
    times: [...before.times, at.toISOString()].slice(-mostTimes),
  }
  try {
    const file = { format: 'attune-attempts', version: 1, ...attempts } satisfies z.input<typeof fileSchema>
    writeDurably(join(folder, fileName), `${JSON.stringify(file)}\n`)
  } catch {
    // The count goes on in memory.
  }
  return attempts
}

/** Takes the note away once the vault was opened and knows of the attempts itself. */
export function forgetFailedAttempts(folder: string): void {
  try {
    removeIfThere(join(folder, fileName))
  } catch {
    // They will be told of once more.
  }
}
