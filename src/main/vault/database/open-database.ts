import { closeSync, openSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { AppError } from '#shared/contract/result.ts'
import { isMissing } from '../files/is-missing.ts'
import { migrate, migrations } from './migrations/migrations.ts'
import { explainStorageFailure, withStorageFailures } from '../files/sqlite-failure.ts'

/** "Attn" as a 32-bit number: marks the file as ours. */
export const applicationId = 0x4174746e

/** Settings of every connection, with the value SQLite must report; opening fails if one doesn't hold. */
const settings: readonly (readonly [pragma: string, value: string | number, answer: string | number])[] = [
  // Sorts and temporary tables would otherwise be written in plain text to the system's temporary folder.
  ['temp_store', 'MEMORY', 2],
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'DELETE', 'delete'],
  ['synchronous', 'EXTRA', 3],
  ['foreign_keys', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', 0, 0],
]

const macSettings: typeof settings = [['fullfsync', 'ON', 1]]

/**
 * A raw key in SQLite3MC's format, used without stretching. SQLite3MC would silently treat any other length as a
 * passphrase.
 */
export function rawKey(key: Uint8Array): Buffer {
  if (key.length !== 32) throw new Error('a database key has 32 bytes')
  return Buffer.concat([Buffer.from('raw:', 'latin1'), key])
}

function setKey(db: Database.Database, key: Uint8Array): void {
  db.pragma(`cipher='chacha20'`)
  const raw = rawKey(key)
  try {
    db.key(raw)
  } finally {
    raw.fill(0)
  }
}

function applySettings(db: Database.Database): void {
  const all = process.platform === 'darwin' ? [...settings, ...macSettings] : settings
  for (const [pragma, value] of all) db.pragma(`${pragma} = ${value}`)
}

/** Throws if a setting does not hold; exported for the tests that change one behind our back. */
export function assertSettings(db: Database.Database): void {
  const all = process.platform === 'darwin' ? [...settings, ...macSettings] : settings
  for (const [pragma, , answer] of all) {
    const found: unknown = db.pragma(pragma, { simple: true })
    // `mmap_size` returns no row if the build has no memory mapping.
    const holds = found === answer || (pragma === 'mmap_size' && found === undefined)
    if (!holds) throw new Error(`the database's ${pragma} could not be set`)
  }
  if (db.pragma('cipher', { simple: true }) !== 'chacha20') throw new Error('the cipher could not be set')
}

/**
 * Opens an existing encrypted database with its 32-byte key and checks that it is ours. Does not change its schema.
 *
 * No other program can open it until it is closed, unless it is opened for reading only. Throws `vault-missing`,
 * `vault-empty`, `vault-damaged`, `vault-not-ours`, `vault-newer`, `vault-in-use`, `vault-read-only` or `disk-error`;
 * all of these leave the file untouched.
 */
export function openDatabase(
  file: string,
  key: Uint8Array,
  { isReadOnly = false }: { isReadOnly?: boolean } = {},
): Database.Database {
  assertSomethingThere(file)
  return openWith(file, key, isReadOnly, (db) => {
    assertOurs(db)
    // In exclusive locking mode SQLite keeps a lock once taken.
    if (!isReadOnly) db.exec('BEGIN EXCLUSIVE; COMMIT')
  })
}

/** Whether a database's schema is older than the current one. */
export function isOutdated(db: Database.Database): boolean {
  return Number(db.pragma('user_version', { simple: true })) < (migrations.at(-1)?.version ?? 0)
}

/** Whether every page is readable and consistent. Takes about a second for 50,000 sessions. */
export function isSound(db: Database.Database): boolean {
  try {
    return db.pragma('quick_check', { simple: true }) === 'ok'
  } catch (cause) {
    const failure = explainStorageFailure(cause)
    if (failure instanceof AppError && failure.code === 'vault-damaged') return false
    throw failure
  }
}

/** Creates a new encrypted database. Throws if the file exists. */
export function createDatabase(file: string, key: Uint8Array): Database.Database {
  // `wx` fails if the file exists, so a vault is never overwritten.
  withStorageFailures(() => closeSync(openSync(file, 'wx', 0o600)))
  return openWith(file, key, false, (db) => {
    db.pragma(`application_id = ${applicationId}`)
    migrate(db, migrations)
  })
}

function openWith(
  file: string,
  key: Uint8Array,
  isReadOnly: boolean,
  prepare: (db: Database.Database) => void,
): Database.Database {
  return withStorageFailures(() => {
    const db = new Database(file, { fileMustExist: true, readonly: isReadOnly, timeout: 1_000 })
    try {
      setKey(db, key)
      applySettings(db)
      prepare(db)
      assertSettings(db)
      return db
    } catch (cause) {
      db.close()
      throw cause
    }
  })
}

function assertSomethingThere(file: string): void {
  try {
    const found = statSync(file)
    if (!found.isFile()) throw new AppError('vault-damaged')
    if (found.size === 0) throw new AppError('vault-empty')
  } catch (cause) {
    if (isMissing(cause)) throw new AppError('vault-missing', [], { cause })
    throw explainStorageFailure(cause)
  }
}

function assertOurs(db: Database.Database): void {
  if (db.pragma('application_id', { simple: true }) !== applicationId) throw new AppError('vault-not-ours')
  const version = db.pragma('user_version', { simple: true })
  const newest = migrations.at(-1)?.version ?? 0
  if (typeof version !== 'number' || version > newest) throw new AppError('vault-newer')
}
