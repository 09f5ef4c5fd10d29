import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { AppError } from '#shared/contract/result.ts'
import { continuesLog } from '../database/audit-end.ts'
import { beforeFirstChange, sequenceOf } from '../database/change.ts'
import { digestOfFileNow } from '../database/file-digest.ts'
import { assertFileUnchanged, markOf } from '../database/file-watch.ts'
import { explainStorageFailure } from '../files/sqlite-failure.ts'
import type { AuditAnchor } from '../keys/header.ts'
import type { HeaderChange, HeaderKeeper } from '../keys/header-keeper.ts'
import { sealOfDatabase } from './database-seal.ts'

interface SealingParts {
  readonly db: Database.Database
  readonly keeper: HeaderKeeper
  readonly vaultKey: Uint8Array
  /** Writes a changed header. */
  readonly put: (change: HeaderChange) => void
  readonly isReadOnly: () => boolean
  /** How to read the end of the audit log; null if nothing keeps a log. */
  readonly readAnchor: () => (() => AuditAnchor) | null
}

/** Keeps in the header of an open vault what shows later that its database is the one that was closed. */
export function createSealing({ db, keeper, vaultKey, put, isReadOnly, readAnchor }: SealingParts) {
  const markAtOpening = markOf(db.name)
  const isThere = (name: string): boolean => existsSync(join(keeper.folder, name))

  return {
    /** Writes the count of changes and the end of the audit log. Neither goes back. */
    seal: (): void => {
      if (isReadOnly()) return
      const before = keeper.current()
      const read = readAnchor()
      const sequence = Math.max(before.sequence, sequenceOf(db))
      // The anchor stays if the log no longer holds the entry that it names, so that every later check finds that.
      const audit = read && continuesLog(db, before.audit) ? read() : before.audit
      // The header keeps naming a replaced database that could not be cleared away, so that the next unlock tries again.
      const replaces = before.replaces !== null && isThere(before.replaces) ? before.replaces : null
      const setsAside = before.setsAside.filter(({ dbFile }) => isThere(dbFile))
      const isSame =
        sequence === before.sequence &&
        audit?.hash === before.audit?.hash &&
        replaces === before.replaces &&
        setsAside.length === before.setsAside.length
      if (!isSame) put({ sequence, audit, replaces, setsAside })
    },

    /**
     * Seals the file of the closed database. If the file or the disk doesn't allow it, the vault stays one that was not
     * closed to the end.
     */
    sealFile: (): void => {
      if (isReadOnly()) return
      const header = keeper.current()
      const isSealed = header.databaseSeal !== null && header.databaseSeal !== 'open'
      if (isSealed && markOf(db.name) === markAtOpening) return
      try {
        assertFileUnchanged(db)
        const databaseSeal = sealOfDatabase(header, digestOfFileNow(db.name), vaultKey)
        if (databaseSeal !== header.databaseSeal) put({ databaseSeal })
      } catch (cause) {
        const isAboutFile = cause instanceof Error && 'syscall' in cause
        if (!isAboutFile && !(explainStorageFailure(cause) instanceof AppError)) throw cause
      }
    },

    /** Takes the seal off in the header before the first change, so that a vault that is not closed is never called changed. */
    beginChanges: (): void => {
      if (keeper.current().databaseSeal === 'open') return
      beforeFirstChange(db, () => {
        put({ databaseSeal: 'open' })
      })
    },
  }
}
