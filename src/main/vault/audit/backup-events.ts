import type { AuditEvent } from '#shared/audit/audit-entry.ts'
import type { ErrorCode } from '#shared/contract/result.ts'

/** Audit events of a backup: one for each folder that was written or failed, none if no backup was needed. */
export function eventsOfBackup(
  outcomes: readonly { readonly code: ErrorCode | null; readonly isNew?: boolean }[],
): AuditEvent[] {
  return outcomes.flatMap(({ code, isNew = true }): AuditEvent[] => {
    if (code !== null) return [{ kind: 'backup-failed' }]
    return isNew ? [{ kind: 'backup-made' }] : []
  })
}
