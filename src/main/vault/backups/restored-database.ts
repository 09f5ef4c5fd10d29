import { copyFileSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { AppError } from '#shared/contract/result.ts'
import { carryAuditLog } from '../audit/carry-audit-log.ts'
import { assertNothingLost, migrateDatabase, rekeyDatabase } from '../database/copy-database.ts'
import { lineageOf, linesLeft, renewLineage } from '../database/lineage.ts'
import { isOutdated, openDatabase } from '../database/open-database.ts'
import { explainStorageFailure } from '../files/sqlite-failure.ts'
import type { Replacement } from '../opening/open-vault.ts'
import type { DatabaseFacts } from './database-facts.ts'
import { carryErasures } from './carry-erasures.ts'
import { carryWithdrawals } from './carry-withdrawals.ts'
import { putUnknownSince } from '../records/sharing/unknown-sharing.ts'
import { createVaultSettingsRepository } from '../records/vault-settings.repository.ts'
import { withBackupKey, type BackupKeys } from './open-backup.ts'

/** A database that was copied from a backup and checked in full. */
interface CopiedDatabase {
  readonly database: string
  readonly keys: BackupKeys
  readonly facts: DatabaseFacts
}

/** What a restored database continues. */
interface Continued {
  /** Its count of changes. */
  readonly sequence: number
  /** The database that it replaces, whose audit log it goes on with; null if that can't be read. */
  readonly present: Database.Database | null
  /** When the backup was made. */
  readonly backedUpAt: string
}

/**
 * Builds the database of a restored vault from a backup's: under the vault's key, in the current schema, with the
 * present audit log, what the present database knows of erased clients and of what has left for supervisors, and as a
 * line of states of its own, so that its backups never compete with those of the vault that it replaces. `knowsSharing`
 * says afterwards whether it knows all that has left; if not, the restored vault says it on the Share screen, and to a
 * supervisor where supervisees are listed.
 */
export function restoredDatabase(
  { database, keys, facts }: CopiedDatabase,
  { sequence, present, backedUpAt }: Continued,
): Omit<Replacement, 'old'> & { readonly knowsSharing: () => boolean } {
  let knowsSharing = false
  return {
    knowsSharing: () => knowsSharing,
    build: (file, key) => {
      copyFileSync(database, file)
      try {
        withBackupKey(keys, 'database', (own) => {
          if (!own.equals(key)) rekeyDatabase(file, own, key)
        })
        const isOld = withDatabase(file, key, (db) => {
          db.prepare('UPDATE vault_meta SET sequence = ? WHERE id = 1').run(sequence)
          return isOutdated(db)
        })
        if (isOld) migrateDatabase(file, key)
        withDatabase(file, key, (db) => {
          assertNothingLost(facts.rows, db)
          renewLineage(db, present ? [...linesLeft(present), ...presentLine(present)] : [])
          if (present) {
            carryAuditLog(present, db)
            carryErasures(present, db)
            knowsSharing = carryWithdrawals(present, db)
          }
          if (knowsSharing) return
          const settings = createVaultSettingsRepository(db)
          for (const side of ['sharing', 'review'] as const) putUnknownSince(settings, side, backedUpAt)
        })
      } catch (cause) {
        throw asDamagedBackup(cause)
      }
    },
    verify: (db) => {
      assertNothingLost(rowsOfContent(facts.rows), db)
    },
  }
}

function presentLine(db: Database.Database): string[] {
  const line = lineageOf(db)
  return line === null ? [] : [line]
}

/**
 * The restored log is the present one, which may be shorter. Pseudonyms that were withdrawn since the backup have moved
 * to another table, and clients whom supervisees have withdrawn since are gone with all that hangs on them.
 */
function rowsOfContent({
  audit_entries: _log,
  client_pseudonyms: _pseudonyms,
  received_clients: _clients,
  received_sessions: _sessions,
  review_comments: _comments,
  review_lines: _lines,
  replied_clients: _replied,
  form_drafts: _drafts,
  ...rows
}: DatabaseFacts['rows']): DatabaseFacts['rows'] {
  return rows
}

/** Opens a database that nobody else uses for one piece of work, and closes it. */
export function withDatabase<T>(file: string, key: Uint8Array, use: (db: Database.Database) => T): T {
  const db = openDatabase(file, key)
  try {
    return use(db)
  } finally {
    db.close()
  }
}

/** Reports damage of an extracted database as the backup's, not as the vault's. */
export function asDamagedBackup(raw: unknown): unknown {
  const cause = explainStorageFailure(raw)
  const isDamage = cause instanceof AppError && cause.code.startsWith('vault-')
  return isDamage ? new AppError('backup-damaged', [], { cause }) : raw
}
