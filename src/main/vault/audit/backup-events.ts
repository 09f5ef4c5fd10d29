import type { AuditEvent } from '#shared/audit/audit-entry.ts'
import type { ErrorCode } from '#shared/contract/result.ts'

/** What a backup leaves in the log, for each place that got one or could not; nothing where none was needed. */
export function eventsOfBackup(
  outcomes: readonly { readonly code: ErrorCode | null; readonly isNew?: boolean }[],
): AuditEvent[] {
  return outcomes.flatMap(({ code, isNew = true }): AuditEvent[] => {
    if (code !== null) return [{ kind: 'backup-failed' }]
    return isNew ? [{ kind: 'backup-made' }] : []
  })
}
