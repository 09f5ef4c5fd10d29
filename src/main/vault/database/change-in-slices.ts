import type Database from 'better-sqlite3'
import { AppError } from '#shared/contract/result.ts'
import { withStorageFailures } from '../files/sqlite-failure.ts'
import { countChange, readyForChange } from './change.ts'
import { beginLongChange, endLongChange, longChangeOver } from './ongoing-change.ts'
import { nextTurn, slice } from './slices.ts'

/** What a long change came to. Without `keeps`, all of it is rolled back. */
export interface LongChangeEnd<T> {
  readonly result: T
  readonly keeps: boolean
}

/**
 * Runs a long change in one transaction and counts it, and lets the process answer others between its slices. `work`
 * yields wherever it can be interrupted. A failure rolls everything back, and so does `giveUpLongChange`, after which it
 * fails with `reading-cancelled`. A process that is killed leaves a journal, with which SQLite undoes the change.
 *
 * Meanwhile `change` refuses everybody else with `import-running`. A question would see what is not committed yet, so all
 * requests of the page wait until it is over (`after-long-changes.ts`).
 */
export async function changeInSlices<T>(
  db: Database.Database,
  work: () => Iterator<undefined, LongChangeEnd<T>>,
): Promise<T> {
  for (let before = longChangeOver(db); before !== null; before = longChangeOver(db)) await before
  readyForChange(db)
  const mine = beginLongChange(db)
  try {
    withStorageFailures(() => db.exec('BEGIN IMMEDIATE'))
    const steps = work()
    for (;;) {
      mine.isInSlice = true
      const end = withStorageFailures(() => {
        const found = slice(steps)
        if (found?.value.keeps === true) {
          countChange(db)
          db.exec('COMMIT')
        }
        return found
      })
      if (end !== null) return end.value.result
      mine.isInSlice = false
      await nextTurn()
      if (mine.isOver) throw new AppError('reading-cancelled')
    }
  } finally {
    endLongChange(db, mine)
  }
}
