import { z } from 'zod'
import { auditCheckSchema } from '../../audit/audit-check.ts'
import { auditAreaSchema, auditEntrySchema } from '../../audit/audit-entry.ts'
import { calendarDateSchema } from '../../records/calendar.ts'
import { fileTokenSchema } from '../../files/file-purposes.ts'
import { clientIdSchema } from '../../records/ids.ts'
import { nothing, provenMutation, vaultMutation, vaultQuery } from '../operation.ts'

/** The most entries in one answer. */
export const mostAuditEntries = 200

/** The part of the log to read; null for no restriction. */
export const auditFilterSchema = z.strictObject({
  area: auditAreaSchema.nullable(),
  clientId: clientIdSchema.nullable(),
  /** Days of this computer's calendar, both included. */
  from: calendarDateSchema.nullable(),
  to: calendarDateSchema.nullable(),
})
export type AuditFilter = z.output<typeof auditFilterSchema>

/** An entry, or the number of one that tampering has made unreadable. */
export const listedAuditEntrySchema = z.union([
  auditEntrySchema,
  z.strictObject({ sequence: z.int(), kind: z.literal('unreadable') }),
])
export type ListedAuditEntry = z.output<typeof listedAuditEntrySchema>

export const audit = {
  /** Entries newest first: those before a number, or the newest. */
  list: vaultQuery({
    input: auditFilterSchema.extend({
      before: z.int().min(1).nullable(),
      most: z.int().min(1).max(mostAuditEntries),
    }),
    output: z.strictObject({ entries: z.array(listedAuditEntrySchema), hasMore: z.boolean() }),
  }),
  /** The number of entries, and the result of the last check since the unlock; null until a check has finished. */
  overview: vaultQuery({
    input: nothing,
    output: z.strictObject({ entries: z.int().min(0), check: auditCheckSchema.nullable() }),
  }),
  /** Checks the whole log now. */
  check: vaultMutation({ input: nothing, output: auditCheckSchema }),
  /** Notes that a page is printed, and of which client if any. */
  notePrinted: vaultMutation({
    input: z.strictObject({ clientId: clientIdSchema.nullable() }),
    output: nothing,
  }),
  /** Writes the whole log to the file the user chose: `audit-lines` for JSON Lines, `audit-export` for a table. */
  export: provenMutation({
    input: z.strictObject({ token: fileTokenSchema, format: z.enum(['lines', 'csv']) }),
    output: z.strictObject({ entries: z.int().min(0) }),
  }),
}
