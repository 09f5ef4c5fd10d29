import { z } from 'zod'
import { answersSchema } from '../instruments/response.ts'
import { calendarDateSchema, instantSchema } from '../records/calendar.ts'
import { clientIdSchema } from '../records/ids.ts'
import { freeTextSchema, noteSchema } from '../records/text.ts'
import { agendaItemIdSchema, meetingIdSchema } from './agenda.ts'

export const agreementIdSchema = z.uuid().brand<'AgreementId'>()

export const longestAgreement = 500

/** What became of an agreement. `not-yet` asks again after the next session. */
export const agreementStates = ['open', 'tried', 'not-yet', 'dropped'] as const

/** What was agreed about a client at a meeting. */
export const agreementSchema = z.strictObject({
  id: agreementIdSchema,
  meetingId: meetingIdSchema,
  clientId: clientIdSchema,
  agreedOn: calendarDateSchema,
  text: freeTextSchema(longestAgreement).min(1),
  state: z.enum(agreementStates),
  /** The day of the newest answer. */
  answeredOn: calendarDateSchema.nullable(),
})
export type Agreement = z.output<typeof agreementSchema>

const ratingChangeSchema = z.strictObject({ before: z.number().nullable(), now: z.number() }).nullable()

/** What happened since a day: the sessions held, and each person's rating of the alliance until then and now. */
const ratingsSinceSchema = z.strictObject({
  sessions: z.int().min(0),
  /** Null without a rating since. */
  client: ratingChangeSchema,
  therapist: ratingChangeSchema,
})
export type RatingsSince = z.output<typeof ratingsSinceSchema>

/** An agreement, whether a session has been held since it was made or last asked about, and the ratings since. */
export const listedAgreementSchema = agreementSchema.extend({
  isDue: z.boolean(),
  since: ratingsSinceSchema,
})
export type ListedAgreement = z.output<typeof listedAgreementSchema>

/** A meeting as the vault keeps it. */
export const meetingSchema = z.strictObject({
  id: meetingIdSchema,
  heldOn: calendarDateSchema,
  /** The own check with the ratings of this meeting. */
  checkId: z.string().nullable(),
  /** What the therapist takes along. */
  takenAlong: noteSchema,
  /** Whether something stayed unsaid. For the therapist alone: no export, report or archive holds it. */
  leftUnsaid: z.boolean().nullable(),
  savedAt: instantSchema,
})
export type Meeting = z.output<typeof meetingSchema>

/** Accepts the minute after a meeting. Open items that are not named as discussed are put off. */
export const meetingEntrySchema = meetingSchema
  .pick({ id: true, heldOn: true, takenAlong: true, leftUnsaid: true })
  .extend({
    /** Ratings on Attune's own form about supervision, by item; null if nothing was rated. */
    answers: answersSchema.nullable(),
    discussed: z
      .array(
        z.strictObject({
          itemId: agendaItemIdSchema,
          /** What was agreed; only for an item about a client. */
          agreement: agreementSchema.pick({ id: true, text: true }).nullable(),
        }),
      )
      .max(200),
  })
export type MeetingEntry = z.output<typeof meetingEntrySchema>
