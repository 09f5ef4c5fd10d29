import { join } from 'node:path'
import { digestOfFileNow, type FileDigest } from '../database/file-digest.ts'
import { markOf } from '../database/file-watch.ts'
import { hasChangeToUndo, journalOf } from '../database/journal.ts'
import { setAsideLabel } from '../database/set-aside-name.ts'
import { setAside, setCopyAside } from '../files/write-durably.ts'
import { isHeaderSound, type Header } from '../keys/header.ts'
import { readHeaders } from '../keys/header-files.ts'
import { fitsSeal } from './database-seal.ts'

interface Closed {
  readonly header: Header
  readonly vaultKey: Uint8Array
  /** The digest of the database's file, if it was read before. */
  readonly early: FileDigest | null
  readonly now: () => Date
}

/**
 * Keeps a journal that lies beside a closed and sealed database from ruining it. Call before the database is opened,
 * because SQLite plays a journal back without asking.
 *
 * A closed vault has no journal, so this one is an old one, or somebody's. If the database fits its seal, nothing is to
 * be undone, and the journal is set aside. If not, copies of both are set aside before SQLite decides.
 */
export function settleJournal(folder: string, { header, vaultKey, early, now }: Closed): void {
  const { databaseSeal, dbFile } = header
  const file = join(folder, dbFile)
  if (databaseSeal === null || databaseSeal === 'open' || !hasChangeToUndo(file)) return
  if (isInUse(folder, header, vaultKey)) return
  const digest = early?.mark === markOf(file) ? early : digestOfFileNow(file)
  if (fitsSeal({ ...header, databaseSeal }, digest, vaultKey)) {
    setAside(journalOf(file))
    return
  }
  setCopyAside(file, setAsideLabel({ reason: 'before-undoing', at: now() }))
  setCopyAside(journalOf(file))
}

/** Whether another Attune has opened the vault meanwhile: before its first change it takes off the seal. */
function isInUse(folder: string, header: Header, vaultKey: Uint8Array): boolean {
  return readHeaders(folder).headers.some(
    (one) => one.generation > header.generation && isHeaderSound(one, vaultKey),
  )
}
