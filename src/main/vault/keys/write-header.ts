import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { AppError } from '#shared/contract/result.ts'
import { sequenceOf } from '../database/change.ts'
import { openDatabase } from '../database/open-database.ts'
import { unfinishedNameOf } from '../database/replace-database.ts'
import { writeDurably } from '../files/write-durably.ts'
import { withDerivedKey } from './derive-key.ts'
import { isHeaderSound, type Header, type StoredHeader } from './header.ts'
import { headerNames, isInPlace, readHeader } from './header-files.ts'

/** What shows that a header opens the vault: its key, and the open database if this process holds one. */
export interface HeaderProof {
  readonly vaultKey: Uint8Array
  /** The vault's database as this process has it open. SQLite locks it, so it can't be opened a second time. */
  readonly db: Database.Database | null
}

/**
 * Writes the header, which is the only commit point, and then its copy.
 *
 * Writes nothing that an unlock would refuse: reads the text back with the reader's own code, checks its seal, and opens
 * the database that it names. Throws `vault-tampered` for a count beyond the highest one, and the errors of
 * `openDatabase`.
 *
 * If this throws, the previous header is still current. If only the copy can't be written, this does not throw, and the
 * next unlock writes it.
 */
export function writeHeader(folder: string, header: Header, proof: HeaderProof): void {
  const text = textOf(header)
  assertReadsBack(text, header, proof.vaultKey)
  assertDatabaseOpens(folder, header.dbFile, proof)
  try {
    writeDurably(join(folder, headerNames.main), text)
  } catch (cause) {
    if (!isInPlace(folder, header)) throw cause
  }
  try {
    writeCopy(folder, header)
  } catch {
    // `areBothInPlace` finds copies that differ.
  }
}

/** Writes the copy of a header that is in place already. */
export function writeCopy(folder: string, header: StoredHeader): void {
  writeDurably(join(folder, headerNames.copy), textOf(header))
}

function textOf(header: StoredHeader): string {
  return `${JSON.stringify(header, null, 2)}\n`
}

function assertReadsBack(text: string, { checksum }: Header, vaultKey: Uint8Array): void {
  const read = readHeader(Buffer.from(text, 'utf8'))
  if (read.kind === 'tampered') throw new AppError('vault-tampered')
  const isSame =
    read.kind === 'header' && read.header.checksum === checksum && isHeaderSound(read.header, vaultKey)
  if (!isSame) throw new Error('the header would not read back')
}

/** The database may still have its unfinished name: it gets its own one after the header is written. */
function assertDatabaseOpens(folder: string, dbFile: string, { vaultKey, db }: HeaderProof): void {
  const file = join(folder, dbFile)
  if (db?.open && db.name === file && existsSync(file)) {
    sequenceOf(db)
    return
  }
  const path = existsSync(file) ? file : join(folder, unfinishedNameOf(dbFile))
  withDerivedKey(vaultKey, 'database', (key) => openDatabase(path, key, { isReadOnly: true }).close())
}
