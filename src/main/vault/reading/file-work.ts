import type Database from 'better-sqlite3'
import { AppError } from '#shared/contract/result.ts'
import type { WorkProgress } from '#shared/imports/work-progress.ts'
import { giveUpLongChange } from '../database/ongoing-change.ts'
import { nextTurn, slice } from '../database/slices.ts'

/** Knows how far the work on a file from outside is, and gives it up. */
export function createFileWork(db: Database.Database) {
  let now: WorkProgress | null = null
  let begun = 0

  /** Passes work on and counts its steps. */
  function* counted<T>(step: WorkProgress['step'], all: number, work: Iterator<undefined, T>) {
    for (let done = 0; ; done += 1) {
      now = { step, share: all === 0 ? 1 : Math.min(1, done / all) }
      const next = work.next()
      if (next.done === true) return next.value
      yield
    }
  }

  return {
    progress: (): WorkProgress | null => now,
    /** Notes how much of a file has been read; null once it is over. */
    noteRead: (share: number | null): void => {
      now = share === null ? null : { step: 'reading', share }
    },
    counted,
    /** Does work that changes nothing in slices. Fails with `reading-cancelled` once it is given up. */
    inSlices: async <T>(work: Iterator<undefined, T>): Promise<T> => {
      begun += 1
      const mine = begun
      for (;;) {
        const end = slice(work)
        if (end !== null) return end.value
        await nextTurn()
        if (mine !== begun) throw new AppError('reading-cancelled')
      }
    },
    /** Notes that nothing is done any more. */
    end: (): void => {
      now = null
    },
    giveUp: (): void => {
      begun += 1
      now = null
      giveUpLongChange(db)
    },
  }
}

export type FileWork = ReturnType<typeof createFileWork>
