import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { Erased } from '#shared/contract/operations/rights.ts'
import { AppError } from '#shared/contract/result.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import { change, changeUncounted, readyForChange } from '../../database/change.ts'
import { noteOwnChange } from '../../database/file-watch.ts'
import { explainStorageFailure, withStorageFailures } from '../../files/sqlite-failure.ts'
import type { ErasedClients } from '../../records/erased-clients.ts'
import {
  isErasureUnfinished,
  putFoldersToFinish,
  unfinishedErasure,
} from '../../records/unfinished-erasure.ts'
import type { VaultSettingsRepository } from '../../records/vault-settings.repository.ts'
import { clientTexts, isInAnyRow } from './client-tables.ts'
import { probesOf } from './probes.ts'
import { findInPages } from './scan-pages.ts'

export interface EraseParts {
  readonly db: Database.Database
  readonly auditLog: AuditLog
  readonly vaultSettings: VaultSettingsRepository
  readonly erasedClients: ErasedClients
  readonly now: () => Date
  /** The folders with copies of the vault, from which the client is then still to be removed. */
  readonly copyFolders: readonly string[]
}

type Erasure = Pick<Erased, 'sessions' | 'isRewritten' | 'search'>

export const clientSessionIds = 'SELECT id FROM sessions WHERE client_id = ?'

/**
 * Permanently erases a client with all their records.
 *
 * Deletes the rows in one transaction with the audit entry, and remembers the random id; SQLite overwrites the freed space
 * (`secure_delete`). Then rewrites the file without the freed pages, and searches it.
 */
export function eraseClient(parts: EraseParts, clientId: string): Erasure {
  const { db, auditLog, vaultSettings } = parts
  const sessionIds = z.array(z.string()).parse(db.prepare(clientSessionIds).pluck().all(clientId))
  const staying = new Set([clientId, ...sessionIds])
  const before = findInPages(db, probesOf(clientTexts(db, clientId), staying))
  auditLog.change(
    () =>
      change(db, () => {
        db.prepare('DELETE FROM clients WHERE id = ?').run(clientId)
        vaultSettings.put(unfinishedErasure, true)
        parts.erasedClients.decide(clientId, false, parts.now())
        putFoldersToFinish(vaultSettings, parts.copyFolders)
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
