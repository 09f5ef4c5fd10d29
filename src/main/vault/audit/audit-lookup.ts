import type Database from 'better-sqlite3'
import { z } from 'zod'
import { clientStatusSchema } from '#shared/records/client.ts'
import { rowOf } from '../records/stored-row.ts'

export const auditLookupQueries = {
  auditedClient: 'SELECT status, revision FROM clients WHERE id = ?',
  auditedSession: 'SELECT client_id, revision, closed_at FROM sessions WHERE id = ?',
  auditedRisk: 'SELECT acknowledged_at, closed_at FROM risk_answers WHERE id = ?',
  auditedPromptAnswer: 'SELECT client_id FROM prompt_answers WHERE id = ?',
  auditedAgendaItem: 'SELECT client_id FROM agenda_items WHERE id = ?',
  auditedAgreement: 'SELECT client_id FROM supervision_agreements WHERE id = ?',
  auditedConsent: 'SELECT client_id, withdrawn_on FROM sharing_consents WHERE id = ?',
  auditedClosing: 'SELECT is_of_fall, is_of_note, how, words FROM repair_closings WHERE session_id = ?',
  auditedSaid: 'SELECT said FROM said_together WHERE session_id = ?',
  auditedForesight: 'SELECT 1 FROM foresights WHERE session_id = ?',
  auditedOwnWords: `SELECT client_id, json_array(kind, ended_on, (SELECT json_group_array(words) FROM own_wordings
    WHERE own_words_id = own_words.id)) AS state FROM own_words WHERE id = ?`,
  auditedOwnWordsPlace: 'SELECT place FROM own_words_places WHERE client_id = ?',
  auditedPlannedForms: `SELECT json_array(
    (SELECT json_group_array(json_array(instrument_id, rhythm, nth, moment, last_day)) FROM form_plans
      WHERE client_id = :clientId),
    (SELECT json_group_array(instrument_id) FROM declined_forms WHERE client_id = :clientId))`,
  auditedHandOver: 'SELECT session_id FROM hand_over_drafts ORDER BY session_id LIMIT 1',
} as const

const clientSchema = z.strictObject({ status: clientStatusSchema, revision: z.int() })
const sessionSchema = rowOf(
  z.strictObject({ clientId: z.string(), revision: z.int(), closedAt: z.string().nullable() }),
)
const idSchema = z.string().nullable().optional()
const promptAnswerSchema = rowOf(z.strictObject({ clientId: z.string().nullable() }))
const ownWordsSchema = rowOf(z.strictObject({ clientId: z.string(), state: z.string() }))
const consentSchema = rowOf(z.strictObject({ clientId: z.string(), withdrawnOn: z.string().nullable() }))
const riskSchema = z.strictObject({
  acknowledged_at: z.string().nullable(),
  closed_at: z.string().nullable(),
})

/** Looks up what an audit entry needs from the records: to whom something belongs, and whether it is new. */
export function createAuditLookup(db: Database.Database) {
  const select = {
    client: db.prepare(auditLookupQueries.auditedClient),
    session: db.prepare(auditLookupQueries.auditedSession),
    risk: db.prepare(auditLookupQueries.auditedRisk),
    promptAnswer: db.prepare(auditLookupQueries.auditedPromptAnswer),
    agendaItem: db.prepare(auditLookupQueries.auditedAgendaItem).pluck(),
    agreement: db.prepare(auditLookupQueries.auditedAgreement).pluck(),
    consent: db.prepare(auditLookupQueries.auditedConsent),
    closing: db.prepare(auditLookupQueries.auditedClosing).raw(),
    said: db.prepare(auditLookupQueries.auditedSaid).pluck(),
    foresight: db.prepare(auditLookupQueries.auditedForesight),
    ownWords: db.prepare(auditLookupQueries.auditedOwnWords),
    ownWordsPlace: db.prepare(auditLookupQueries.auditedOwnWordsPlace).pluck(),
    plannedForms: db.prepare(auditLookupQueries.auditedPlannedForms).pluck(),
    handOver: db.prepare(auditLookupQueries.auditedHandOver).pluck(),
  }
  const session = (id: string) => sessionSchema.optional().parse(select.session.get(id)) ?? null
  return {
    client: (id: string) => clientSchema.optional().parse(select.client.get(id)) ?? null,
    session,
    /** A session and its client, as an entry names them. */
    subject: (sessionId: string) => ({ sessionId, clientId: session(sessionId)?.clientId ?? null }),
    risk: (id: string) => {
      const row = riskSchema.optional().parse(select.risk.get(id))
      return row ? { isAcknowledged: row.acknowledged_at !== null, isClosed: row.closed_at !== null } : null
    },
    /**
     * The client that a prompt's answer is about. The field is null if the answer is about the therapist's own checks.
     */
    promptAnswer: (id: string) => promptAnswerSchema.optional().parse(select.promptAnswer.get(id)) ?? null,
    /** The client of an item of the agenda; null if it is about none or unknown. */
    agendaItem: (id: string): string | null => idSchema.parse(select.agendaItem.get(id)) ?? null,
    /** The client about whom something was agreed. */
    agreement: (id: string): string | null => idSchema.parse(select.agreement.get(id)) ?? null,
    /** The client of a consent, and whether it was withdrawn. */
    consent: (id: string) => {
      const row = consentSchema.optional().parse(select.consent.get(id))
      return row ? { clientId: row.clientId, isWithdrawn: row.withdrawnOn !== null } : null
    },
    /** What was said when both looked at a session; null if nothing was noted. */
    saidTogether: (sessionId: string): string | null => idSchema.parse(select.said.get(sessionId)) ?? null,
    /** Whether something was foreseen after a session. */
    isForeseen: (sessionId: string): boolean => select.foresight.get(sessionId) !== undefined,
    /** Stands for what is closed of a session; null if nothing is. */
    closing: (sessionId: string): string | null => {
      const row = select.closing.get(sessionId)
      return row === undefined ? null : JSON.stringify(row)
    },
    /** The client of own words, and what stands for all that is said of them; null if there are none. */
    ownWords: (id: string) => ownWordsSchema.optional().parse(select.ownWords.get(id)) ?? null,
    /** Where the client's form asks for own words; null if the therapist did not choose. */
    ownWordsPlace: (clientId: string): string | null =>
      idSchema.parse(select.ownWordsPlace.get(clientId)) ?? null,
    /** What stands for all that is planned and declined of a client's forms. */
    plannedForms: (clientId: string): string => z.string().parse(select.plannedForms.get({ clientId })),
    /** The session whose form the client currently has. */
    handedOver: (): string | null => z.string().optional().parse(select.handOver.get()) ?? null,
  }
}

export type AuditLookup = ReturnType<typeof createAuditLookup>
