import type { AuditCheck } from '#shared/audit/audit-check.ts'
import { AppError } from '#shared/contract/result.ts'
import type { VaultContext } from '../database/vault-context.ts'
import { explainStorageFailure } from '../files/sqlite-failure.ts'
import type { AuditLog } from './audit-log.ts'
import type { AuditHead, AuditRepository } from './audit.repository.ts'
import { checkAuditLog } from './check-audit-log.ts'

/** Yields to other requests between chunks. */
const rest = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 5))

/** Checks the log on request, stores the last result, and logs a finding in the log itself. */
export function createAuditWatch(
  { db, now }: VaultContext,
  entries: AuditRepository,
  log: AuditLog,
  anchor: () => AuditHead | null,
) {
  let last: AuditCheck | null = null
  let running: Promise<AuditCheck> | null = null

  const check = async (): Promise<AuditCheck> => {
    log.flush()
    const found = await checkAuditLog(entries, anchor(), { now, rest, isWanted: () => db.open })
    if (!found) throw new AppError('not-available')
    noteFound(found)
    last = found
    return found
  }

  /** Logs once per number of findings, because every unlock finds the same damage again. */
  const noteFound = ({ found }: AuditCheck): void => {
    if (found === 0 || entries.lastOfKind('log-check-failed')?.count === found) return
    log.note({ kind: 'log-check-failed', count: found })
  }

  /** A second call joins the one that is running. */
  const join = (): Promise<AuditCheck> => {
    running ??= check().finally(() => {
      running = null
    })
    return running
  }

  return {
    last: (): AuditCheck | null => last,
    check: join,
    /** A check that nobody waits for. Stores its result; other code reports a lock or a disk error. */
    checkQuietly: async (): Promise<void> => {
      try {
        await join()
      } catch (cause) {
        if (!(explainStorageFailure(cause) instanceof AppError)) throw cause
      }
    },
  }
}

export type AuditWatch = ReturnType<typeof createAuditWatch>
