import fs, { cpSync, mkdirSync, rmSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { temporaryFolder } from '../temporary-folder.ts'

const writes = ['writeFileSync', 'fsyncSync', 'renameSync', 'unlinkSync', 'copyFileSync'] as const

/** A folder as a kill would leave it. */
export interface Killed {
  /** Whether the work was interrupted; if not, the kill came right after it. */
  readonly isInterrupted: boolean
  /** Puts the folder into the state at the kill. Everything that has it open must have ended. */
  readonly takeEffect: () => void
}

/**
 * Does work, and keeps the folder as it was at the given one of its writes. `npm run faults` also kills a process at
 * SQLite's own writes.
 */
export async function killAtWrite(
  folder: string,
  atWrite: number,
  work: () => Promise<unknown>,
): Promise<Killed> {
  const kept = join(temporaryFolder(), 'kept')
  let count = 0
  let isInterrupted = false
  const stop = beforeEachWrite(() => {
    if (count === atWrite) {
      isInterrupted = true
      cpSync(folder, kept, { recursive: true })
    }
    count += 1
  })
  try {
    await work()
  } catch (cause) {
    // A process that was killed reports no failure.
    if (!isInterrupted) throw cause
  } finally {
    stop()
  }
  if (!isInterrupted) cpSync(folder, kept, { recursive: true })
  return {
    isInterrupted,
    takeEffect: () => {
      rmSync(folder, { recursive: true })
      mkdirSync(folder)
      cpSync(kept, folder, { recursive: true })
    },
  }
}

function beforeEachWrite(action: () => void): () => void {
  const originals = Object.fromEntries(writes.map((name) => [name, fs[name]]))
  let isActing = false
  const watched = Object.entries(originals).map(([name, original]) => {
    const apply = (call: typeof original, self: unknown, given: unknown[]): unknown => {
      // The copying writes, too.
      if (!isActing) {
        isActing = true
        action()
        isActing = false
      }
      return Reflect.apply(call, self, given)
    }
    return [name, new Proxy(original, { apply })]
  })
  Object.assign(fs, Object.fromEntries(watched))
  syncBuiltinESMExports()
  return () => {
    Object.assign(fs, originals)
    syncBuiltinESMExports()
  }
}
