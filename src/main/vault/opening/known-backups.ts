import type Database from 'better-sqlite3'
import type { GoneBack } from '#shared/contract/operations/vault.ts'
import { withinCalendar } from '#shared/records/calendar.ts'
import type { KeyPurpose } from '../keys/derive-key.ts'
import type { Header } from '../keys/header.ts'

/** A vault whose database is open, before anything is written to it. */
export interface UnwrittenVault {
  readonly db: Database.Database
  readonly header: () => Header
  readonly withKey: <T>(purpose: KeyPurpose, use: (key: Buffer) => T) => T
}

/** The vault's backups compared with the vault as it was opened. */
export interface Comparison {
  /** Whether a backup has later changes than the vault. */
  readonly isBehind: boolean
  readonly newest: GoneBack['newestBackup']
  /** The lines of states of the backups with later changes. */
  readonly lines: readonly string[]
}

/** What opening a vault needs to know of its backups. */
export interface KnownBackups {
  /** Backs up a vault whose schema is about to be migrated. Returns whether a place has that backup, proven. */
  readonly backUpBeforeMigration: (vault: UnwrittenVault) => Promise<boolean>
  readonly compare: (vault: UnwrittenVault) => Promise<Comparison>
  readonly now: () => Date
}

/** For a vault that is opened without its backups: whatever is replaced is set aside. */
export const noBackups: KnownBackups = {
  backUpBeforeMigration: () => Promise.resolve(false),
  compare: () => Promise.resolve({ isBehind: false, newest: null, lines: [] }),
  now: () => withinCalendar(new Date()),
}
