import { parseDate } from '@internationalized/date'
import { auditKindsByArea } from '#shared/audit/audit-entry.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import type { AuditWatch } from '../../audit/audit-watch.ts'
import type { VaultContext } from '../vault-context.ts'

interface AuditParts {
  readonly context: VaultContext
  readonly auditLog: AuditLog
  readonly auditWatch: AuditWatch
}

export function createAuditHandlers({
  context,
  auditLog,
  auditWatch,
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
    overview: () => {
      auditLog.flush()
      return { entries: auditLog.head().count, check: auditWatch.last() }
    },
    check: () => auditWatch.check(),
  }
}
