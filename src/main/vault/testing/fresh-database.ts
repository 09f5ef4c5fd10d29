import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { createDatabase, openDatabase } from '../database/open-database.ts'
import { deriveKey } from '../keys/derive-key.ts'

/** The key of every vault that one process makes for its tests. */
export const freshVaultKey = randomBytes(32)

const key = deriveKey(freshVaultKey, 'database')
let empty: Buffer | undefined

/**
 * A new database under the key of `freshVaultKey`. Its schema is made once in each process and copied from then on,
 * because making it takes ten times as long as opening it.
 */
export function freshDatabase(file: string): Database.Database {
  empty ??= madeOnce(file)
  writeFileSync(file, empty, { flag: 'wx', mode: 0o600 })
  return openDatabase(file, key)
}

function madeOnce(file: string): Buffer {
  createDatabase(file, key).close()
  const bytes = readFileSync(file)
  rmSync(file)
  return bytes
}
