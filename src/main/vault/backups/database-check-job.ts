import { AppError, type ErrorCode } from '#shared/contract/result.ts'
import { openDatabase } from '../database/open-database.ts'
import { explainStorageFailure } from '../files/sqlite-failure.ts'
import { assertIntact, readFacts, type DatabaseFacts } from './database-facts.ts'

/** A database that nobody else uses, and its 32-byte key. The code that opens the database wipes the key. */
export interface CheckJob {
  readonly path: string
  readonly key: Uint8Array<ArrayBuffer>
}

/** The facts of a sound database, or why the check failed. */
export type CheckAnswer =
  | { readonly kind: 'sound'; readonly facts: DatabaseFacts }
  | { readonly kind: 'failed'; readonly code: ErrorCode }

/**
 * Enough for a vault of 50,000 sessions. The check rereads pages, and each page outside the cache is decrypted again.
 */
const cacheKibibytes = 256 * 1024

/** Opens a database with its key, reads all of it and counts its rows. Wipes the key. */
export function checkHere({ path, key }: CheckJob): CheckAnswer {
  try {
    const db = openDatabase(path, key)
    try {
      key.fill(0)
      db.pragma(`cache_size = -${cacheKibibytes}`)
      assertIntact(db)
      return { kind: 'sound', facts: readFacts(db) }
    } finally {
      db.close()
    }
  } catch (raw) {
    // An error loses its class when it leaves a thread.
    const cause = explainStorageFailure(raw)
    if (cause instanceof AppError) return { kind: 'failed', code: cause.code }
    throw cause
  } finally {
    key.fill(0)
  }
}
