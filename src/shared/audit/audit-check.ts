import { z } from 'zod'
import { instantSchema } from '../records/calendar.ts'

/**
 * The problems that a check of the log can find, each with the affected entries.
 *
 * `changed`: an entry doesn't match its own hash. `broken`: an entry doesn't name the hash of the one before it, so
 * an entry was inserted, removed or replaced there. `missing`: numbers are left out. `cut-off`: the end is gone.
 * `replaced`: the log is consistent, but isn't the one from the last closing of the vault.
 */
export const auditFindingKinds = ['changed', 'broken', 'missing', 'cut-off', 'replaced'] as const
export const auditFindingSchema = z.strictObject({
  kind: z.enum(auditFindingKinds),
  from: z.int().min(1),
  to: z.int().min(1),
})
export type AuditFinding = z.output<typeof auditFindingSchema>

/** The most findings that are listed; all are counted. */
export const mostFindings = 50

export const auditCheckSchema = z.strictObject({
  checkedAt: instantSchema,
  entries: z.int().min(0),
  /** How many entries the vault's sealed header confirms; only their own hashes protect the later ones. */
  anchored: z.int().min(0),
  findings: z.array(auditFindingSchema).max(mostFindings),
  found: z.int().min(0),
})
export type AuditCheck = z.output<typeof auditCheckSchema>
