import { dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { AppError } from '#shared/contract/result.ts'
import type { ReadOnlyReason } from '#shared/contract/operations/vault.ts'
import { sequenceOf } from '../database/change.ts'
import { assertNothingLost, copyDatabase, countRows, migrateDatabase } from '../database/copy-database.ts'
import { watchFile } from '../database/file-watch.ts'
import { isOutdated, isSound, openDatabase } from '../database/open-database.ts'
import { finishReplacement, removeLeftovers, replaceDatabase } from '../database/replace-database.ts'
import { withStorageFailures } from '../files/sqlite-failure.ts'
import { markAtRest, markInUse, type FolderState } from './in-use-file.ts'
import { withDerivedKey } from '../keys/derive-key.ts'
import type { StoredHeader } from '../keys/header.ts'
import type { HeaderKeeper } from '../keys/header-keeper.ts'

/** The open database of a vault, and what opening it has shown. */
export interface PreparedDatabase {
  readonly db: Database.Database
  /** Why the vault can only be read; null where it can be written to. */
  readonly readOnlyReason: ReadOnlyReason | null
  readonly isOlderThanLastUsed: boolean
}

/**
 * Opens the database that the header names: finishes what was cut off, checks the database if it was not closed in
 * order, and brings an older schema up to date in a new file.
 *
 * `found` are the header's copies as they were read. What was replaced is removed only where both could be read: a
 * copy that can't be might have named it.
 */
export function prepareDatabase(
  keeper: HeaderKeeper,
  vaultKey: Uint8Array,
  found: readonly StoredHeader[],
): PreparedDatabase {
  return withStorageFailures(() =>
    withDerivedKey(vaultKey, 'database', (key) => {
      const { folder } = keeper
      const wasComplete = found.length === 2
      const { db, readOnlyReason } = openSound(keeper, key)
      if (readOnlyReason !== null) return { db, readOnlyReason, ...ageOf(db, keeper) }
      try {
        const current = isOutdated(db) ? migrated(db, keeper, vaultKey, key) : db
        const { dbFile, replaces } = keeper.current()
        if (keeper.renew() && wasComplete) removeLeftovers(folder, dbFile, replaces)
        watchFile(current)
        return { db: current, readOnlyReason, ...ageOf(current, keeper) }
      } catch (cause) {
        db.close()
        throw cause
      }
    }),
  )
}

function openSound(keeper: HeaderKeeper, key: Buffer): Pick<PreparedDatabase, 'db' | 'readOnlyReason'> {
  const { folder } = keeper
  const { dbFile } = keeper.current()
  finishReplacement(folder, dbFile)
  const file = join(folder, dbFile)
  const { wasLeftOpen, isWritable } = markInUse(folder, dbFile)
  const db = openMarked(file, key, { isWritable, wasLeftOpen })
  if (!isWritable) {
    if (!isOutdated(db)) return { db, readOnlyReason: 'folder' }
    db.close()
    throw new AppError('vault-read-only')
  }
  if (!wasLeftOpen || isSound(db)) return { db, readOnlyReason: null }
  db.close()
  return { db: openDatabase(file, key, { isReadOnly: true }), readOnlyReason: 'damaged' }
}

/** Opens the database; a mark that was made just now goes again where it can't be opened. */
function openMarked(file: string, key: Buffer, { isWritable, wasLeftOpen }: FolderState): Database.Database {
  try {
    return openDatabase(file, key, { isReadOnly: !isWritable })
  } catch (cause) {
    if (isWritable && !wasLeftOpen) markAtRest(dirname(file))
    throw cause
  }
}

/** A database holding fewer changes than when it was last closed is an older copy. */
function ageOf(db: Database.Database, keeper: HeaderKeeper): Pick<PreparedDatabase, 'isOlderThanLastUsed'> {
  return { isOlderThanLastUsed: sequenceOf(db) < keeper.current().sequence }
}

/** Brings the schema up to date in a new file; the old one is in force and untouched until that is whole. */
function migrated(
  db: Database.Database,
  keeper: HeaderKeeper,
  vaultKey: Uint8Array,
  key: Buffer,
): Database.Database {
  const { folder } = keeper
  const { dbFile: old, sequence } = keeper.current()
  const rows = countRows(db)
  const dbFile = replaceDatabase(folder, {
    key,
    named: [old],
    build: (file) => {
      copyDatabase(db, file)
      migrateDatabase(file, key)
    },
    verify: (next) => assertNothingLost(rows, next),
    // The sequence stays: an older copy is still one after its schema was brought up to date.
    commit: (name) => keeper.put({ dbFile: name, replaces: old, sequence }, vaultKey),
  })
  const next = openDatabase(join(folder, dbFile), key)
  db.close()
  return next
}
