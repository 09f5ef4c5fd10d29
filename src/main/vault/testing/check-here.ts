import { setImmediate as nextTurn } from 'node:timers/promises'
import { vi } from 'vitest'

/**
 * Checks copied databases in the test's own thread, in every test of the vault, except tests that call `vi.unmock` for
 * `threads/run-in-thread.ts`. Starting a thread from the sources takes a tenth of a second of processor time, and one
 * test makes up to thirty backups. The job and the answer are copied and the key is transferred, as between threads.
 */
vi.mock('../threads/run-in-thread.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../threads/run-in-thread.ts')>()
  const runInThread: typeof original.runInThread = async (entry, job, buffers) => {
    if (!entry.pathname.endsWith('/database-check-thread.ts'))
      return original.runInThread(entry, job, buffers)
    // Imported when first used, so that a test can replace what this module imports.
    const { checkHere } = await import('../backups/database-check-job.ts')
    const received = structuredClone(job, buffers && { transfer: [...buffers] })
    await nextTurn()
    // Only `check-database.ts` names this thread, with a job of this type.
    return structuredClone(checkHere(received as Parameters<typeof checkHere>[0]))
  }
  return { ...original, runInThread }
})
