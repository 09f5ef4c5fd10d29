import { z } from 'zod'
import { instantSchema } from '../records/calendar.ts'

/**
 * What a check of the log can find, each with the entries it is about.
 *
 * `changed`: an entry doesn't match its own hash. `broken`: an entry doesn't follow on the one before it, so
 * something was put in, taken out or exchanged there. `missing`: numbers are left out. `cut-off`: the end is gone.
 * `replaced`: the log is whole in itself but isn't the one that was there when the vault was last closed.
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
  /** How many of the entries the vault's sealed header vouches for; the later ones prove themselves only. */
  anchored: z.int().min(0),
  findings: z.array(auditFindingSchema).max(mostFindings),
  found: z.int().min(0),
})
export type AuditCheck = z.output<typeof auditCheckSchema>
