import { dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { AppError } from '#shared/contract/result.ts'
import type { GoneBack } from '#shared/contract/operations/vault.ts'
import { withinCalendar } from '#shared/records/calendar.ts'
import { assertNothingLost, copyDatabase, countRows, migrateDatabase } from '../database/copy-database.ts'
import { closeDatabase } from '../database/copy-file.ts'
import type { FileDigest } from '../database/file-digest.ts'
import { watchFile } from '../database/file-watch.ts'
import { isOutdated, isSound, openDatabase } from '../database/open-database.ts'
import {
  finishReplacement,
  removeLeftovers,
  replaceDatabase,
  setAsideDatabase,
} from '../database/replace-database.ts'
import type { SetAsideWhy } from '../database/set-aside-name.ts'
import { withStorageFailures } from '../files/sqlite-failure.ts'
import { howItWentBack } from './database-seal.ts'
import { markAtRest, markInUse, type FolderState } from './in-use-file.ts'
import type { KnownBackups, UnwrittenVault } from './known-backups.ts'
import { settleJournal } from './settle-journal.ts'
import { withDerivedKey } from '../keys/derive-key.ts'
import type { Header, StoredHeader } from '../keys/header.ts'
import type { HeaderKeeper } from '../keys/header-keeper.ts'
import type { HeaderProof } from '../keys/write-header.ts'

/** The open database of a vault, and what opening it revealed. */
export interface PreparedDatabase {
  readonly db: Database.Database
  /** Why the vault is read-only whatever the user accepts; null if it can be written to. */
  readonly readOnlyReason: 'folder' | 'damaged' | null
  /** How the vault has gone back, and the lines of states that going on with it leaves behind. Null if it has not. */
  readonly goneBack: (GoneBack & { readonly lines: readonly string[] }) | null
  /** The vault was not closed to the end last time. */
  readonly wasLeftUnsealed: boolean
}

/** What is known of a vault before its database is opened. */
interface Before {
  readonly keeper: HeaderKeeper
  readonly vaultKey: Uint8Array
  /**
   * The copies of the header as read. A replaced database is removed only if both were readable, because an unreadable
   * copy might have named it.
   */
  readonly found: readonly StoredHeader[]
  readonly backups: KnownBackups
  /** The digest of the database's file, if it could be read. */
  readonly digest: FileDigest | null
}

/**
 * Opens the database named in the header: completes an interrupted replacement, checks the database if it was not
 * closed properly, and migrates an older schema in a new file.
 *
 * Judges first whether the vault has gone back, and then writes nothing to it, except that an older schema is migrated:
 * the database from before is set aside untouched.
 */
export async function prepareDatabase(before: Before): Promise<PreparedDatabase> {
  const { keeper, vaultKey, found } = before
  const wasLeftUnsealed = keeper.current().databaseSeal === 'open'
  const { db, readOnlyReason } = withDatabaseKey(vaultKey, (key) => openSound(before, key))
  try {
    const judged = await judge(db, before)
    const { goneBack } = judged
    if (readOnlyReason !== null) return { db, readOnlyReason, goneBack, wasLeftUnsealed }
    if (goneBack?.kind === 'changed' && !withStorageFailures(() => isSound(db)))
      return { ...reopenedForReading(db, vaultKey), goneBack, wasLeftUnsealed }
    const current = isOutdated(db) ? await migrated(db, before, goneBack !== null) : db
    return withStorageFailures(() => {
      if (goneBack === null) tidyUp(keeper, { vaultKey, db: current }, found.length === 2)
      watchFile(current)
      return { db: current, readOnlyReason, goneBack, wasLeftUnsealed }
    })
  } catch (cause) {
    closeDatabase(db)
    throw cause
  }
}

async function judge(
  db: Database.Database,
  { keeper, vaultKey, backups, digest }: Before,
): Promise<Pick<PreparedDatabase, 'goneBack'>> {
  const kind = withStorageFailures(() => howItWentBack(db, keeper.current(), { early: digest, vaultKey }))
  const { isBehind, newest, lines } = await backups.compare(unwritten(db, keeper, vaultKey))
  const shown = kind ?? (isBehind ? 'newer-backup' : null)
  return { goneBack: shown && { kind: shown, newestBackup: newest, lines } }
}

function unwritten(db: Database.Database, keeper: HeaderKeeper, vaultKey: Uint8Array): UnwrittenVault {
  return {
    db,
    header: keeper.current,
    withKey: (purpose, use) => withDerivedKey(vaultKey, purpose, use),
  }
}

function reopenedForReading(
  db: Database.Database,
  vaultKey: Uint8Array,
): Pick<PreparedDatabase, 'db' | 'readOnlyReason'> {
  const file = db.name
  closeDatabase(db)
  const reopened = withDatabaseKey(vaultKey, (key) => openDatabase(file, key, { isReadOnly: true }))
  return { db: reopened, readOnlyReason: 'damaged' }
}

/** Writes both copies of the header if they differ, and clears away what earlier replacements left. */
function tidyUp(keeper: HeaderKeeper, proof: HeaderProof, wasComplete: boolean): void {
  const { folder } = keeper
  const { dbFile, replaces, setsAside } = keeper.current()
  for (const { dbFile: old, reason, at } of setsAside)
    if (old !== dbFile) setAsideDatabase(folder, old, { reason, at: new Date(at) })
  if (keeper.renew(proof) && wasComplete) removeLeftovers(folder, dbFile, replaces)
}

function withDatabaseKey<T>(vaultKey: Uint8Array, use: (key: Buffer) => T): T {
  return withStorageFailures(() => withDerivedKey(vaultKey, 'database', use))
}

/** How a header says that a replaced database is to be set aside. */
export function setsAside(dbFile: string, { reason, at }: SetAsideWhy): Header['setsAside'][number] {
  return { dbFile, reason, at: withinCalendar(at).toISOString() }
}

function openSound(
  { keeper, vaultKey, backups, digest }: Before,
  key: Buffer,
): Pick<PreparedDatabase, 'db' | 'readOnlyReason'> {
  const { folder } = keeper
  const { dbFile } = keeper.current()
  finishReplacement(folder, dbFile)
  settleJournal(folder, { header: keeper.current(), vaultKey, early: digest, now: backups.now })
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

/**
 * Migrates the schema in a new file. The old file stays current and untouched until the new one is whole. Backs the old
 * one up first; if no place has that backup, or the vault has gone back, sets it aside instead of deleting it.
 */
async function migrated(
  db: Database.Database,
  { keeper, vaultKey, backups }: Before,
  hasGoneBack: boolean,
): Promise<Database.Database> {
  const { folder } = keeper
  const isBackedUp = !hasGoneBack && (await backups.backUpBeforeMigration(unwritten(db, keeper, vaultKey)))
  return withDatabaseKey(vaultKey, (key) => {
    const { dbFile: old, sequence, databaseSeal } = keeper.current()
    const why = { reason: 'before-migration', at: backups.now() } as const
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
        const change = {
          dbFile: name,
          ...(isBackedUp
            ? { replaces: old, setsAside: [] }
            : { replaces: null, setsAside: [setsAside(old, why)] }),
          // A migrated older copy is still an older copy: it keeps the count and the seal that show it.
          sequence,
          databaseSeal: hasGoneBack ? databaseSeal : 'open',
        } as const
        keeper.put(change, { vaultKey, db })
      },
    })
    const next = openDatabase(join(folder, dbFile), key)
    closeDatabase(db)
    if (!isBackedUp) setAsideDatabase(folder, old, why)
    return next
  })
}
