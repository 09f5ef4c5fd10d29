import { z } from 'zod'
import { instantSchema, timeZoneSchema } from '../records/calendar.ts'

/** The kinds of entries of the audit log, by the area of the filter that shows them. */
export const auditKindsByArea = {
  access: [
    'vault-created',
    'unlocked',
    'unlocked-with-recovery-key',
    'unlock-failed',
    'locked',
    'older-state-accepted',
    'hand-over-begun',
    'hand-over-returned',
    'hand-over-return-refused',
  ],
  views: ['client-viewed', 'session-viewed', 'notes-searched'],
  records: [
    'client-created',
    'client-changed',
    'client-archived',
    'session-saved',
    'session-corrected',
    'session-removed',
    'session-removal-undone',
    'session-moved-away',
    'session-moved-here',
    'seen-together',
    'said-together',
    'own-words-changed',
    'form-plan-changed',
    'form-declined',
    'form-asked-again',
    'foresight-sealed',
    'repair-closed',
    'repair-reopened',
    'draft-discarded',
    'client-answered',
    'paper-entered',
    'own-check-saved',
    'prompt-answered',
    'prompt-answer-undone',
    'agenda-changed',
    'supervision-saved',
    'agreement-answered',
    'consent-given',
    'consent-withdrawn',
    'ratings-imported',
    'import-taken-back',
    'sample-loaded',
    'sample-removed',
  ],
  risk: ['risk-endorsed', 'risk-acknowledged', 'risk-closed'],
  leaving: [
    'client-exported',
    'ratings-exported',
    'report-for-file-saved',
    'report-for-supervision-saved',
    'report-for-client-saved',
    'record-saved',
    'log-exported',
    'archive-exported',
    'bundle-made',
    'bundle-not-written',
    'reply-made',
    'reply-not-written',
    'printed',
    'chart-saved',
    'chart-copied',
    'card-saved',
    'card-copied',
  ],
  people: [
    'own-keys-made',
    'own-card-changed',
    'contact-added',
    'contact-keys-came',
    'contact-compared',
    'contact-keys-refused',
    'contact-renamed',
    'contact-removed',
  ],
  received: [
    'bundle-opened',
    'bundle-refused',
    'bundle-imported',
    'supervisee-viewed',
    'received-client-viewed',
    'received-clients-removed',
    'received-client-erased',
    'supervisee-erased',
    'received-data-kept',
    'review-comment-changed',
    'review-comment-removed',
    'review-line-changed',
    'reply-opened',
    'reply-refused',
    'reply-imported',
  ],
  erasure: ['client-erased', 'retention-changed', 'retention-kept', 'erased-client-kept'],
  backups: [
    'backup-made',
    'backup-failed',
    'backup-restored',
    'backup-settings-changed',
    'set-aside-deleted',
  ],
  security: [
    'passphrase-changed',
    'recovery-key-made',
    'vault-reencrypted',
    'security-settings-changed',
    'log-check-failed',
  ],
  setup: ['rules-changed', 'instrument-imported', 'instrument-changed', 'library-changed'],
} as const

// `keys` loses the type of the names.
export const auditAreas = Object.keys(auditKindsByArea) as (keyof typeof auditKindsByArea)[]
export const auditAreaSchema = z.enum(auditAreas)
export type AuditArea = z.output<typeof auditAreaSchema>

/** Every kind of entry. A kind is never renamed or removed, because old entries keep it. */
export const auditKinds = Object.values(auditKindsByArea).flat()
export const auditKindSchema = z.enum(auditKinds)
export type AuditKind = z.output<typeof auditKindSchema>

/** SHA-256 as 64 hexadecimal digits. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** The previous hash that the first entry names. */
export const noHash = '0'.repeat(64)

/**
 * One entry of the audit log. Holds only counts and the random ids of a client, a session or a person with whom files
 * are exchanged, which remain after an erasure; never a code, a name or a text.
 */
export const auditEntrySchema = z.strictObject({
  sequence: z.int().min(1),
  at: instantSchema,
  zone: timeZoneSchema,
  kind: auditKindSchema,
  clientId: z.uuid().nullable(),
  sessionId: z.uuid().nullable(),
  count: z.int().min(0).nullable(),
  /** The person for whom a file was made, or whose card or keys it is about. */
  contactId: z.uuid().nullable(),
  /** The hash of the entry before it. */
  previous: hashSchema,
  hash: hashSchema,
})
export type AuditEntry = z.output<typeof auditEntrySchema>

/** The content of an entry before it has a place in the log. */
export interface AuditEvent {
  readonly kind: AuditKind
  readonly clientId?: string | null
  readonly sessionId?: string | null
  readonly count?: number | null
  readonly contactId?: string | null
}

/**
 * The text whose SHA-256 is an entry's hash: the JSON of its fields in this order, without white space. The contact comes
 * last and only if there is one, so entries without one have the hash that an earlier Attune gave them.
 */
export function hashedTextOf(entry: Omit<AuditEntry, 'hash'>): string {
  const { sequence, at, zone, kind, clientId, sessionId, count, contactId, previous } = entry
  const fields = [sequence, at, zone, kind, clientId, sessionId, count, previous]
  return JSON.stringify(contactId === null ? fields : [...fields, contactId])
}
