import { changeUncounted } from '../../database/change.ts'
import type { Records } from '../records.ts'
import { createGistReader } from './read-gist.ts'

/** How many gists are kept in one piece: a few milliseconds, so that other requests are answered in between. */
const clientsOfPiece = 20

/**
 * Keeps gists that an answer had to work out, in idle time. Reading never writes: a gist that is not kept is worked out
 * again the next time, so a failure here costs only that time.
 */
export function createGistKeeper(records: Records) {
  const { context, clients, gists } = records
  const { db } = context
  let waiting: readonly string[] = []
  let isRunning = false

  /** Works out the gists of the next clients and writes them, in one transaction. */
  const keepPiece = (): void => {
    const piece = waiting.slice(0, clientsOfPiece)
    waiting = waiting.slice(clientsOfPiece)
    changeUncounted(db, () => {
      const { madeOf, make } = createGistReader(records)
      // A client may have been erased since.
      for (const id of piece) if (clients.get(id)) gists.put(id, madeOf, make(id))
    })
  }

  const step = (): void => {
    try {
      // A vault that has been closed, or can't be written, takes none of those that wait.
      if (db.open && !db.readonly) keepPiece()
      else waiting = []
    } catch {
      // A failure of reading is reported by the next answer, one of writing by the next change.
      waiting = []
    }
    isRunning = waiting.length > 0
    if (isRunning) setImmediate(step)
  }

  /** Keeps the gists of these clients from the next turn on. */
  return (clientIds: readonly string[]): void => {
    waiting = clientIds
    if (!isRunning && waiting.length > 0) setImmediate(step)
    isRunning ||= waiting.length > 0
  }
}
