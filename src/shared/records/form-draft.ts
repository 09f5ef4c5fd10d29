import { z } from 'zod'
import { instantSchema } from './calendar.ts'
import { clientIdSchema } from './ids.ts'
import { freeTextSchema } from './text.ts'

/** The forms with text that keep a draft. Session logs have a draft of their own kind. */
export const draftedForms = [
  'client',
  'risk-acknowledgement',
  'risk-closing',
  'repair-closing',
  'said-together',
  'paper-entry',
  'own-words',
  'own-rewording',
  'prompt-dismissal',
  'retention',
  'own-check',
  'own-summary',
  'study-note',
  'rules',
  'crisis-text',
  'fhir-choices',
  'own-instrument',
  'ratings-table',
  'report-question',
  'agenda-question',
  'agenda-line',
  'supervision-meeting',
  'supervision-agreement',
  'own-card',
  'card-text',
  'contact-words',
  'contact-name',
  'consent',
  'share-question',
  'share-client',
  'share-whom',
  'review-comment',
  'review-line',
] as const

/** Which form, and what it is about: the id of a client, an answer or a summary, or `new`. */
export const formDraftKeySchema = z.strictObject({
  form: z.enum(draftedForms),
  subject: z.string().min(1).max(200),
})
export type FormDraftKey = z.output<typeof formDraftKeySchema>

/**
 * What a form held at the last pause in typing, as JSON. The form itself checks it: a draft keeps what is not valid yet.
 *
 * JSON writes each character of a text with up to six.
 */
export const formDraftSchema = formDraftKeySchema.extend({
  /** The client that it is about, with whom it is erased; null if it is about none. */
  clientId: clientIdSchema.nullable(),
  content: freeTextSchema(6_000_000),
})

export const storedFormDraftSchema = formDraftSchema.extend({ updatedAt: instantSchema })
export type StoredFormDraft = z.output<typeof storedFormDraftSchema>
