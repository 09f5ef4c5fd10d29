import { z } from 'zod'
import { archiveSchema } from '../archive/archive.ts'

/**
 * Everything that is kept of one client, as one JSON document: the records of a whole archive, those of this client
 * only, in the same words (`docs/client-export-format.md`).
 */
export const clientExportSchema = archiveSchema
  .pick({
    createdAt: true,
    zone: true,
    schemaVersion: true,
    clients: true,
    sessions: true,
    responses: true,
    sessionEvents: true,
    sessionVersions: true,
    riskAnswers: true,
    clientForms: true,
    outcomeBaselines: true,
    promptAnswers: true,
    drafts: true,
    handOverDrafts: true,
    retentionDecisions: true,
    instruments: true,
    auditEntries: true,
  })
  .extend({ format: z.literal('attune-client'), version: z.literal(1) })
export type ClientExport = z.output<typeof clientExportSchema>
