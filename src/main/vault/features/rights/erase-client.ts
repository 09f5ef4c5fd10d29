import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { Erased } from '#shared/contract/operations/rights.ts'
import { AppError } from '#shared/contract/result.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import { change, changeUncounted, readyForChange } from '../../database/change.ts'
import { noteOwnChange } from '../../database/file-watch.ts'
import { explainStorageFailure, withStorageFailures } from '../../files/sqlite-failure.ts'
import { isErasureUnfinished, unfinishedErasure } from '../../records/unfinished-erasure.ts'
import type { VaultSettingsRepository } from '../../records/vault-settings.repository.ts'
import { clientTexts, isInAnyRow } from './client-tables.ts'
import { probesOf } from './probes.ts'
import { findInPages } from './scan-pages.ts'

export interface EraseParts {
  readonly db: Database.Database
  readonly auditLog: AuditLog
  readonly vaultSettings: VaultSettingsRepository
}

type Erasure = Omit<Erased, 'leavesBackupsOn' | 'unknownBackups'>

export const clientSessionIds = 'SELECT id FROM sessions WHERE client_id = ?'

/**
 * Permanently erases a client with all their records.
 *
 * Deletes the rows in one transaction with the audit entry; SQLite overwrites the freed space (`secure_delete`). Then
 * rewrites the file without the freed pages, and searches it.
 */
export function eraseClient({ db, auditLog, vaultSettings }: EraseParts, clientId: string): Erasure {
  const sessionIds = z.array(z.string()).parse(db.prepare(clientSessionIds).pluck().all(clientId))
  const staying = new Set([clientId, ...sessionIds])
  const before = findInPages(db, probesOf(clientTexts(db, clientId), staying))
  auditLog.change(
    () =>
      change(db, () => {
        db.prepare('DELETE FROM clients WHERE id = ?').run(clientId)
        vaultSettings.put(unfinishedErasure, true)
      }),
    () => [{ kind: 'client-erased', clientId, count: sessionIds.length }],
  )
  const isRewritten = rewrite({ db, vaultSettings })
  return { sessions: sessionIds.length, isRewritten, search: searchAgain(db, before) }
}

/** Rewrites the file if an erasure could not, because the disk was full or the process ended. */
export function finishErasure(parts: Pick<EraseParts, 'db' | 'vaultSettings'>): void {
  if (isErasureUnfinished(parts.db)) rewrite(parts)
}

function rewrite({ db, vaultSettings }: Pick<EraseParts, 'db' | 'vaultSettings'>): boolean {
  try {
    readyForChange(db)
    try {
      withStorageFailures(() => db.exec('VACUUM'))
    } finally {
      noteOwnChange(db)
    }
    changeUncounted(db, () => vaultSettings.put(unfinishedErasure, false))
    return true
  } catch (cause) {
    if (explainStorageFailure(cause) instanceof AppError) return false
    throw cause
  }
}

/** Text that is still found may belong to another client: the same sentence written about both. */
function searchAgain(db: Database.Database, before: ReadonlySet<string> | null): Erased['search'] {
  if (before?.size === 0) return 'nothing-to-look-for'
  const after = before && findInPages(db, [...before])
  if (!after) return 'too-large'
  return [...after].every((text) => isInAnyRow(db, text)) ? 'gone' : 'found'
}
