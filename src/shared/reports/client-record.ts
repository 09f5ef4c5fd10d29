import { z } from 'zod'
import { instrumentSchema } from '../instruments/instrument.ts'
import { promptAnswerSchema } from '../prompts/prompt-answer.ts'
import { clientSchema } from '../records/client.ts'
import { plannedFormSchema } from '../records/form-plan.ts'
import { ownWordsSchema } from '../records/own-words.ts'
import { repairClosingSchema } from '../records/repair-closing.ts'
import { saidTogetherSchema } from '../records/said-together.ts'
import { storedSessionLogSchema } from '../records/session-log.ts'
import { receivedCommentSchema } from '../replies/comment.ts'
import { retentionDecisionSchema } from '../rights/retention.ts'
import { consentSchema } from '../sharing/consent.ts'
import { sentShareSchema } from '../sharing/shared-client.ts'
import { agendaItemSchema } from '../supervision/agenda.ts'
import { agreementSchema } from '../supervision/meeting.ts'
import { riskSchema } from '../risk/risk.ts'

const count = z.int().min(0)

/**
 * Everything about one client that a report can show, as the therapist may see it: a client's rating of emotions that
 * waits for the guess is not in it.
 */
export const clientRecordSchema = z.strictObject({
  client: clientSchema,
  /** In the order of their numbers. */
  sessions: z.array(storedSessionLogSchema),
  /** The earlier versions of corrected sessions, the oldest of each session first. */
  versions: z.array(storedSessionLogSchema),
  /** How what was open from sessions ended. */
  closings: z.array(repairClosingSchema),
  /** What was said when both looked at a session. */
  saidTogether: z.array(saidTogetherSchema),
  /** Goals and problems in the client's own words, with every wording and rating. */
  ownWords: z.array(ownWordsSchema),
  /** The forms that are planned or declined, each with its title. */
  formPlans: z.array(plannedFormSchema.extend({ title: z.string() })),
  /** Every version of a form that was answered, as far as Attune still has it. */
  instruments: z.array(instrumentSchema),
  /** The oldest first. */
  promptAnswers: z.array(promptAnswerSchema),
  /** The oldest first, open and closed. */
  risks: z.array(riskSchema),
  /** Every item about the client on the agenda of supervision, in any state; the oldest first. */
  agenda: z.array(agendaItemSchema),
  /** What was agreed about the client in supervision; the oldest first. */
  agreements: z.array(agreementSchema),
  /** Every consent to supervision, withdrawn or not; the oldest first. */
  consents: z.array(consentSchema),
  /** What was put into files for supervisors; the oldest first. */
  sent: z.array(sentShareSchema),
  /** What supervisors wrote about the client; the oldest first. */
  comments: z.array(receivedCommentSchema),
  /** Why an ended therapy is kept beyond the rule; null if nobody decided that. */
  kept: retentionDecisionSchema.nullable(),
  /** Drafts that were not saved yet. */
  drafts: count,
  /** Sessions with a rating that is hidden from the therapist. */
  hiddenRatings: count,
})
export type ClientRecord = z.output<typeof clientRecordSchema>
