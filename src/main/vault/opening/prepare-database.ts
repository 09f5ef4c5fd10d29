import { dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { AppError } from '#shared/contract/result.ts'
import type { ReadOnlyReason } from '#shared/contract/operations/vault.ts'
import { sequenceOf } from '../database/change.ts'
import { assertNothingLost, copyDatabase, countRows, migrateDatabase } from '../database/copy-database.ts'
import { closeDatabase } from '../database/copy-file.ts'
import { watchFile } from '../database/file-watch.ts'
import { isOutdated, isSound, openDatabase } from '../database/open-database.ts'
import {
  finishReplacement,
  removeLeftovers,
  replaceDatabase,
  setAsideDatabase,
} from '../database/replace-database.ts'
import { withStorageFailures } from '../files/sqlite-failure.ts'
import { markAtRest, markInUse, type FolderState } from './in-use-file.ts'
import type { KnownBackups } from './known-backups.ts'
import { withDerivedKey } from '../keys/derive-key.ts'
import type { StoredHeader } from '../keys/header.ts'
import type { HeaderKeeper } from '../keys/header-keeper.ts'

/** The open database of a vault, and what opening it revealed. */
export interface PreparedDatabase {
  readonly db: Database.Database
  /** Why the vault is read-only; null if it is writable. */
  readonly readOnlyReason: ReadOnlyReason | null
  readonly isOlderThanLastUsed: boolean
}

/**
 * Opens the database named in the header: completes an interrupted replacement, checks the database if it was not
 * closed properly, and migrates an older schema in a new file.
 *
 * `found` are the copies of the header as read. Removes a replaced database only if both copies were readable, because
 * an unreadable copy might have named it.
 */
export async function prepareDatabase(
  keeper: HeaderKeeper,
  vaultKey: Uint8Array,
  found: readonly StoredHeader[],
  backups: KnownBackups,
): Promise<PreparedDatabase> {
  const { folder } = keeper
  const wasComplete = found.length === 2
  const { db, readOnlyReason } = withDatabaseKey(vaultKey, (key) => openSound(keeper, key))
  if (readOnlyReason !== null) return { db, readOnlyReason, ...ageOf(db, keeper) }
  try {
    const current = isOutdated(db) ? await migrated(db, keeper, vaultKey, backups) : db
    return withStorageFailures(() => {
      const { dbFile, replaces } = keeper.current()
      if (keeper.renew({ vaultKey, db: current }) && wasComplete) removeLeftovers(folder, dbFile, replaces)
      watchFile(current)
      return { db: current, readOnlyReason, ...ageOf(current, keeper) }
    })
  } catch (cause) {
    closeDatabase(db)
    throw cause
  }
}

function withDatabaseKey<T>(vaultKey: Uint8Array, use: (key: Buffer) => T): T {
  return withStorageFailures(() => withDerivedKey(vaultKey, 'database', use))
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

/** Opens the database. On failure removes a marker file that was just created. */
function openMarked(file: string, key: Buffer, { isWritable, wasLeftOpen }: FolderState): Database.Database {
  try {
    return openDatabase(file, key, { isReadOnly: !isWritable })
  } catch (cause) {
    if (isWritable && !wasLeftOpen) markAtRest(dirname(file))
    throw cause
  }
}

/** A database with fewer changes than when it was last closed is an older copy. */
function ageOf(db: Database.Database, keeper: HeaderKeeper): Pick<PreparedDatabase, 'isOlderThanLastUsed'> {
  return { isOlderThanLastUsed: sequenceOf(db) < keeper.current().sequence }
}

/**
 * Migrates the schema in a new file. The old file stays current and untouched until the new one is whole. Backs the old
 * one up first; if no place has that backup, sets it aside instead of deleting it.
 */
async function migrated(
  db: Database.Database,
  keeper: HeaderKeeper,
  vaultKey: Uint8Array,
  backups: KnownBackups,
): Promise<Database.Database> {
  const { folder } = keeper
  const isBackedUp = await backups.backUpBeforeMigration({
    db,
    header: keeper.current,
    withKey: (purpose, use) => withDerivedKey(vaultKey, purpose, use),
  })
  return withDatabaseKey(vaultKey, (key) => {
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
      commit: (name) => {
        // Keeps the sequence, because a migrated older copy is still an older copy.
        const replaces = isBackedUp ? old : null
        keeper.put({ dbFile: name, replaces, sequence }, { vaultKey, db })
      },
    })
    const next = openDatabase(join(folder, dbFile), key)
    closeDatabase(db)
    if (!isBackedUp) setAsideDatabase(folder, old, { reason: 'before-migration', at: backups.now() })
    return next
  })
}
