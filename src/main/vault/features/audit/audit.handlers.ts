import { parseDate } from '@internationalized/date'
import { auditKindsByArea } from '#shared/audit/audit-entry.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { exportAuditLog } from '../../audit/audit-export.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import type { AuditWatch } from '../../audit/audit-watch.ts'
import type { AuditRepository } from '../../audit/audit.repository.ts'
import type { FileGrants } from '../../files/file-grants.ts'
import type { OutsideFiles } from '../../files/outside-files.ts'
import type { VaultContext } from '../../database/vault-context.ts'

interface AuditParts {
  readonly context: VaultContext
  readonly auditLog: AuditLog
  readonly auditWatch: AuditWatch
  readonly auditEntries: AuditRepository
  readonly grants: FileGrants
  readonly outside: OutsideFiles
}

export function createAuditHandlers({
  context,
  auditLog,
  auditWatch,
  auditEntries,
  grants,
  outside,
}: AuditParts): Handlers<'vault'>['audit'] {
  const startOf = (date: string, daysLater = 0): string =>
    parseDate(date).add({ days: daysLater }).toDate(context.zone()).toISOString()

  return {
    list: ({ area, clientId, from, to, before, most }) => {
      const found = auditLog.select({
        before: before ?? Number.MAX_SAFE_INTEGER,
        most: most + 1,
        kinds: area === null ? null : auditKindsByArea[area],
        clientId,
        from: from === null ? null : startOf(from),
        until: to === null ? null : startOf(to, 1),
      })
      return { entries: found.slice(0, most), hasMore: found.length > most }
    },
    overview: () => ({ entries: auditLog.head().count, check: auditWatch.last() }),
    check: () => auditWatch.check(),
    // The operation's audit rule writes the entry.
    notePrinted: () => undefined,
    export: ({ token, format }) => {
      const path = grants.take(token, format === 'csv' ? 'audit-export' : 'audit-lines')
      auditLog.flush()
      const { text, entries } = exportAuditLog(auditEntries, format)
      outside.writeFile(path, text)
      return { entries }
    },
  }
}
