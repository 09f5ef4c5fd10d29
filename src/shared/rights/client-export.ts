import { z } from 'zod'
import { archiveSchema } from '../archive/archive.ts'

/**
 * Everything about one client, as one JSON document: the records of this client from a whole archive, in the same
 * format (`docs/client-export-format.md`).
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
    clientLeads: true,
    attentionLookedAt: true,
    repairClosings: true,
    saidTogether: true,
    foresights: true,
    ownWords: true,
    ownWordings: true,
    ownRatings: true,
    ownWordsPlaces: true,
    formPlans: true,
    declinedForms: true,
    outcomeBaselines: true,
    promptAnswers: true,
    agendaItems: true,
    supervisionAgreements: true,
    sharingConsents: true,
    sentBundles: true,
    sentClients: true,
    supervisorComments: true,
    drafts: true,
    formDrafts: true,
    handOverDrafts: true,
    retentionDecisions: true,
    instruments: true,
    auditEntries: true,
  })
  .extend({ format: z.literal('attune-client'), version: z.literal(1) })
export type ClientExport = z.output<typeof clientExportSchema>
