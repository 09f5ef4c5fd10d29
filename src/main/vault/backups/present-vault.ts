import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { closeDatabase } from '../database/copy-file.ts'
import { hasChangeToUndo, isOpenedBy } from '../database/journal.ts'
import { openDatabase } from '../database/open-database.ts'
import { withDerivedKey } from '../keys/derive-key.ts'
import { readHeaders } from '../keys/header-files.ts'
import { headerVersion, isHeaderSound, upgradeHeader, type Header } from '../keys/header.ts'
import { settleJournal } from '../opening/settle-journal.ts'
import type { BackedUpVault } from './backed-up-vault.ts'
import { prepareStaging } from './staging.ts'

/**
 * What is known about the vault's folder: the id, the count of changes that the key vouches for (0 if none), and the
 * vault itself.
 */
export interface PresentVault {
  readonly vaultId: string | null
  readonly sequence: number
  readonly isAnythingThere: boolean
  /** The vault, open for reading, if a backup's key fits it. */
  readonly readable: (BackedUpVault & { readonly close: () => void }) | null
}

/**
 * Reads a locked vault with the key from its backup. Usually that is still the vault's key, because changing the
 * passphrase keeps the key. Leaves unreadable files alone and reports them as unreadable. Undoes a change that a kill
 * interrupted, as an unlock would.
 */
export function lookAtPresentVault(folder: string, vaultKey: Uint8Array, now: () => Date): PresentVault {
  const found = readHeaders(folder)
  const isAnythingThere = found.presence !== 'none'
  // Anybody can write a copy of the header, so one that the key vouches for comes first.
  const sound = found.headers.find((one) => isHeaderSound(one, vaultKey))
  const header = sound ?? found.headers[0]
  if (!header) return { vaultId: null, sequence: 0, isAnythingThere, readable: null }
  const { vaultId } = header
  const sequence = sound?.sequence ?? 0
  const settle = (): void => {
    if (sound?.version === headerVersion) settleJournal(folder, { header: sound, vaultKey, early: null, now })
  }
  const db = header.version === 1 ? null : openForReading(folder, { dbFile: header.dbFile, vaultKey, settle })
  const readable =
    db && header.version !== 1 ? readableVault(db, upgradeHeader(header, vaultKey), vaultKey) : null
  return { vaultId, sequence, isAnythingThere, readable }
}

interface Opening {
  readonly dbFile: string
  readonly vaultKey: Uint8Array
  readonly settle: () => void
}

function openForReading(folder: string, { dbFile, vaultKey, settle }: Opening): Database.Database | null {
  const file = join(folder, dbFile)
  try {
    settle()
    return withDerivedKey(vaultKey, 'database', (key) => {
      if (!isOpenedBy(file, key, () => prepareStaging(folder))) return null
      // SQLite undoes an interrupted change only for a connection that may write.
      if (hasChangeToUndo(file)) openDatabase(file, key).close()
      return openDatabase(file, key, { isReadOnly: true })
    })
  } catch {
    // Has another key, is damaged or missing; the restore then sets it aside unchanged.
    return null
  }
}

function readableVault(
  db: Database.Database,
  header: Header,
  vaultKey: Uint8Array,
): NonNullable<PresentVault['readable']> {
  return {
    db,
    header: () => header,
    sequenceAtOpening: null,
    withKey: (purpose, use) => withDerivedKey(vaultKey, purpose, use),
    close: () => closeDatabase(db),
  }
}
