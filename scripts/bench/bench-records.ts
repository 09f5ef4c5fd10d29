import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { createRecords, type Records } from '#vault/records/records.ts'

/** The records of an open vault, as the vault process makes them. */
export function benchRecords(db: Database.Database): Records {
  return createRecords(
    { db, now: () => new Date(), zone: () => 'UTC' },
    { assetsFolder: join(import.meta.dirname, '../../assets'), onRisk: () => undefined },
  )
}
