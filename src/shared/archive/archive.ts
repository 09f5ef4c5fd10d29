import { z } from 'zod'
import { auditEntrySchema } from '../audit/audit-entry.ts'
import { instrumentSchema } from '../instruments/instrument.ts'
import { answersSchema } from '../instruments/response.ts'
import { calendarDateSchema, instantSchema, timeZoneSchema } from '../records/calendar.ts'
import { clientSchema } from '../records/client.ts'
import { draftLogSchema } from '../records/draft.ts'
import { declinedBySchema, handOverMomentSchema, rarestSession } from '../records/form-plan.ts'
import { foresightSchema } from '../records/foresight.ts'
import { ownRatingValueSchema, ownWordsKindSchema, ownWordsPlaceSchema } from '../records/own-words.ts'
import { responseSchema, sessionLogSchema, storedSessionLogSchema } from '../records/session-log.ts'
import { ruptureNoteSchema } from '../records/rupture-note.ts'
import { sessionEventSchema, sessionSchema } from '../records/session.ts'
import { wellbeingCheckSchema } from '../records/wellbeing-check.ts'
import { receivedCommentSchema } from '../replies/comment.ts'
import { consentSchema } from '../sharing/consent.ts'
import { clientShareSchema } from '../sharing/share-choice.ts'
import { sentBundleSchema } from '../sharing/shared-client.ts'

export const archiveVersion = 1

const id = z.string().min(1).max(200)
const position = z.int().min(0)
const revision = z.int().min(0)
const instrumentVersion = z.int().min(1)

/**
 * Everything a vault holds, as one readable JSON document: lists of records that refer to each other by id.
 * `docs/archive-format.md` describes each field.
 */
export const archiveSchema = z.strictObject({
  format: z.literal('attune-archive'),
  version: z.literal(archiveVersion),
  createdAt: instantSchema,
  zone: timeZoneSchema,
  schemaVersion: z.int().min(1),
  /** The vault's change counter. */
  sequence: z.int().min(0),
  clients: z.array(clientSchema),
  sessions: z.array(
    sessionSchema.extend({ ruptureNote: ruptureNoteSchema.nullable(), revision, savedAt: instantSchema }),
  ),
  responses: z.array(responseSchema.extend({ sessionId: id, position })),
  sessionEvents: z.array(sessionEventSchema.extend({ sessionId: id, position })),
  /** Sessions as they were before each correction. */
  sessionVersions: z.array(
    z.strictObject({ sessionId: id, revision, content: storedSessionLogSchema.or(sessionLogSchema) }),
  ),
  riskAnswers: z.array(
    z.strictObject({
      id,
      clientId: id,
      sessionId: id,
      instrumentId: id,
      instrumentVersion,
      itemId: id,
      value: z.number(),
      answeredAt: instantSchema,
      acknowledgedAt: instantSchema.nullable(),
      acknowledgedNote: z.string().nullable(),
      closedAt: instantSchema.nullable(),
      closedNote: z.string().nullable(),
    }),
  ),
  clientForms: z.array(z.strictObject({ clientId: id, instrumentId: id, position })),
  clientLeads: z.array(z.strictObject({ clientId: id, series: id })),
  attentionLookedAt: z.array(
    z.strictObject({
      clientId: id,
      kind: id,
      evidence: z.string(),
      until: calendarDateSchema,
      lookedAt: instantSchema,
    }),
  ),
  repairClosings: z.array(
    z.strictObject({
      clientId: id,
      sessionId: id,
      isOfFall: z.boolean(),
      isOfNote: z.boolean(),
      how: z.string(),
      words: z.string(),
      closedOn: calendarDateSchema,
    }),
  ),
  saidTogether: z.array(
    z.strictObject({ clientId: id, sessionId: id, said: z.string(), saidOn: calendarDateSchema }),
  ),
  /** Those that have opened; see `docs/archive-format.md`. */
  foresights: z.array(foresightSchema.extend({ sessionId: id })),
  ownWords: z.array(
    z.strictObject({
      id,
      clientId: id,
      kind: ownWordsKindSchema,
      position,
      endedOn: calendarDateSchema.nullable(),
    }),
  ),
  ownWordings: z.array(
    z.strictObject({
      id,
      ownWordsId: id,
      clientId: id,
      position,
      words: z.string(),
      since: calendarDateSchema,
    }),
  ),
  ownRatings: z.array(
    z.strictObject({
      sessionId: id,
      wordingId: id,
      clientId: id,
      ratedAt: instantSchema,
      value: ownRatingValueSchema,
    }),
  ),
  ownWordsPlaces: z.array(z.strictObject({ clientId: id, place: ownWordsPlaceSchema })),
  formPlans: z.array(
    z.strictObject({
      clientId: id,
      instrumentId: id,
      rhythm: z.enum(['every-session', 'every-nth', 'monthly']),
      /** Given every this many sessions; null for another rhythm. */
      nth: z.int().min(2).max(rarestSession).nullable(),
      moment: handOverMomentSchema,
      lastDay: calendarDateSchema.nullable(),
    }),
  ),
  declinedForms: z.array(
    z.strictObject({
      clientId: id,
      instrumentId: id,
      /** The session in which the client declined it; null if nobody knows it, or the therapist said it for them. */
      sessionId: id.nullable(),
      declinedOn: calendarDateSchema,
      declinedBy: declinedBySchema,
    }),
  ),
  outcomeBaselines: z.array(z.strictObject({ clientId: id, instrumentId: id, sessionId: id })),
  promptAnswers: z.array(
    z.strictObject({
      id,
      clientId: id.nullable(),
      ruleId: id,
      ruleVersion: z.int().min(1),
      sessionNumber: z.int().min(0),
      answer: z.string(),
      reason: z.string().nullable(),
      note: z.string(),
      /** The prompt as it was when it was answered. */
      prompt: z.json(),
      answeredAt: instantSchema,
      discussedAt: instantSchema.nullable(),
    }),
  ),
  agendaItems: z.array(
    z.strictObject({
      id,
      clientId: id.nullable(),
      sessionId: id.nullable(),
      promptAnswerId: id.nullable(),
      meetingId: id.nullable(),
      kind: z.string(),
      line: z.string(),
      /** What the ratings showed, as it was when the item was taken up. */
      reason: z.json(),
      question: z.string(),
      state: z.string(),
      putOffCount: z.int().min(0),
      putOffSince: calendarDateSchema.nullable(),
      createdAt: instantSchema,
    }),
  ),
  /** Leaves out whether something stayed unsaid: that is for the therapist alone. */
  supervisionMeetings: z.array(
    z.strictObject({
      id,
      heldOn: calendarDateSchema,
      checkId: id.nullable(),
      takenAlong: z.string(),
      savedAt: instantSchema,
    }),
  ),
  supervisionAgreements: z.array(
    z.strictObject({
      id,
      meetingId: id,
      clientId: id,
      agreedOn: calendarDateSchema,
      text: z.string(),
      state: z.string(),
      answeredOn: calendarDateSchema.nullable(),
    }),
  ),
  /** What clients have said to being discussed in supervision. */
  sharingConsents: z.array(consentSchema),
  /** Bundles that were saved for a contact. */
  sentBundles: z.array(sentBundleSchema),
  /** What was chosen of a client for such a bundle. Leaves out the pseudonym. */
  sentClients: z.array(z.strictObject({ bundleId: id, clientId: id, choice: clientShareSchema })),
  /** Comments of supervisors on a client. */
  supervisorComments: z.array(receivedCommentSchema),
  promptRulesOff: z.array(z.strictObject({ ruleId: id, switchedOffAt: instantSchema })),
  retentionDecisions: z.array(
    z.strictObject({
      clientId: id,
      keptUntil: calendarDateSchema,
      reason: z.string(),
      decidedAt: instantSchema,
    }),
  ),
  drafts: z.array(
    z.strictObject({
      sessionId: id,
      clientId: id,
      baseRevision: revision,
      log: draftLogSchema,
      /** The date as it was typed, if it is no date yet. */
      typedDate: z.string().nullable(),
      updatedAt: instantSchema,
    }),
  ),
  formDrafts: z.array(
    z.strictObject({
      form: z.string(),
      subject: z.string(),
      clientId: id.nullable(),
      /** What the form held; each form has its own fields. */
      content: z.json(),
      updatedAt: instantSchema,
    }),
  ),
  handOverDrafts: z.array(
    z.strictObject({
      sessionId: id,
      /** Answers by instrument, then by item. */
      answers: z.record(z.string(), answersSchema),
      /** The version of each form that the client was answering. */
      versions: z.record(z.string(), instrumentVersion),
      /** Ratings of own words by the wording. */
      ownRatings: z.record(z.string(), ownRatingValueSchema),
      /** The forms that the client declined meanwhile. */
      declined: z.array(id),
      comment: z.string(),
      updatedAt: instantSchema,
    }),
  ),
  wellbeingChecks: z.array(wellbeingCheckSchema),
  /** Every instrument that has a response, in the exact version. */
  instruments: z.array(z.strictObject({ id, version: instrumentVersion, content: instrumentSchema })),
  /** Imported instruments, and which shipped ones are retired (their content comes with Attune). */
  packs: z.array(
    z.strictObject({
      id,
      version: instrumentVersion,
      state: z.enum(['offered', 'retired']),
      source: z.enum(['shipped', 'attune', 'fhir-r4']),
      importedAt: instantSchema.nullable(),
      content: instrumentSchema.nullable(),
    }),
  ),
  vaultSettings: z.array(z.strictObject({ name: id, content: z.json() })),
  ownArticles: z.array(z.strictObject({ id, content: z.json(), revision, savedAt: instantSchema })),
  evidenceMarks: z.array(
    z.strictObject({ articleId: id, isBookmarked: z.boolean(), readAt: instantSchema.nullable() }),
  ),
  evidenceNotes: z.array(
    z.strictObject({ articleId: id, text: z.string(), revision, savedAt: instantSchema }),
  ),
  auditEntries: z.array(auditEntrySchema),
})
export type Archive = z.output<typeof archiveSchema>
