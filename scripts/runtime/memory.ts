import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { z } from 'zod'

import { repositoryFolder } from './repository.ts'
import { verdictSchema, type Verdict } from './verdict.ts'

const rememberedSchema = z.object({ day: z.string(), verdicts: z.record(z.string(), verdictSchema) })

/** Today's verdicts on the programs of this machine. */
export interface Memory {
  /** Today's verdict. The reason of a failure then says how to try again. */
  recall: (key: string) => Verdict | undefined
  remember: (key: string, verdict: Verdict) => void
}

/**
 * Remembers verdicts for the day in a file in `folder`. If the folder can't be read or written, nothing fails: every
 * start then tries again.
 */
export function createMemory(folder: string, now: Date): Memory {
  const file = join(folder, 'runtime.json')
  const day = now.toISOString().slice(0, 10)
  const read = (): Record<string, Verdict> => {
    try {
      const remembered = rememberedSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
      return remembered.day === day ? remembered.verdicts : {}
    } catch {
      return {}
    }
  }
  return {
    recall: (key) => {
      const verdict = read()[key]
      if (!verdict || verdict.works) return verdict
      const reason = `${verdict.reason} earlier today; to try again, remove ${relative(repositoryFolder, folder)}`
      return { ...verdict, reason }
    },
    remember: (key, verdict) => {
      try {
        mkdirSync(folder, { recursive: true })
        const unfinished = `${file}.${process.pid}`
        writeFileSync(unfinished, `${JSON.stringify({ day, verdicts: { ...read(), [key]: verdict } })}\n`)
        renameSync(unfinished, file)
      } catch {
        // The next start tries again.
      }
    },
  }
}
