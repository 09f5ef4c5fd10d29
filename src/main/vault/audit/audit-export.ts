import { toCsv } from '#shared/csv/csv.ts'
import type { AuditRepository, StoredAuditEntry } from './audit.repository.ts'

const chunk = 5_000
const fields = [
  'sequence',
  'at',
  'zone',
  'kind',
  'clientId',
  'sessionId',
  'count',
  'contactId',
  'previous',
  'hash',
] as const satisfies readonly (keyof StoredAuditEntry)[]

/** Every stored entry unchanged, tampered with or not, oldest first. */
function* everyEntry(log: Pick<AuditRepository, 'after'>): Generator<StoredAuditEntry> {
  for (let last = 0; ;) {
    const rows = log.after(last, chunk)
    yield* rows
    last = rows.at(-1)?.sequence ?? last
    if (rows.length < chunk) return
  }
}

/**
 * Writes the whole log as JSON Lines or CSV, as documented in `docs/audit-format.md`. Also returns the number of
 * entries.
 */
export function exportAuditLog(
  log: Pick<AuditRepository, 'after'>,
  format: 'lines' | 'csv',
): { text: string; entries: number } {
  const entries = [...everyEntry(log)]
  const text =
    format === 'csv'
      ? toCsv(
          fields,
          entries.map((entry) => fields.map((field) => entry[field])),
        )
      : entries
          .map(
            (entry) =>
              `${JSON.stringify(Object.fromEntries(fields.map((field) => [field, entry[field]])))}\n`,
          )
          .join('')
  return { text, entries: entries.length }
}
