import { z } from 'zod'
import { instrumentSchema } from '../../instruments/instrument.ts'
import { answersSchema } from '../../instruments/response.ts'
import { measureIdSchema } from '../../instruments/plain-text.ts'
import { seenTogetherSchema } from '../../overview/seen-together.ts'
import { sessionIdSchema } from '../../records/ids.ts'
import { askedWordingSchema, mostOpenOwnWords, ownRatingValueSchema } from '../../records/own-words.ts'
import { clientCommentSchema } from '../../records/text.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'
import { mostClientForms } from './clients.ts'
import { passphraseSchema, pinSchema } from '../secret-bytes.ts'

/** Ratings of own words, by the wording that was asked for. */
const ownRatingsSchema = z.record(z.uuid(), ownRatingValueSchema)

/** The forms of one hand-over. */
const formIdsSchema = z.array(measureIdSchema).max(mostClientForms)

/** The form that the client fills in: its questions and the answers so far, and nothing else from the vault. */
export const handOverFormSchema = z.strictObject({
  instruments: z.array(instrumentSchema).min(1).max(mostClientForms),
  answers: z.record(z.string(), answersSchema),
  comment: clientCommentSchema,
  /** Goals and problems in the client's own words, and whether they come before the other questions. */
  ownWords: z.strictObject({
    isFirst: z.boolean(),
    asked: z.array(askedWordingSchema).max(mostOpenOwnWords),
  }),
  ownRatings: ownRatingsSchema,
  /** The forms that the client can decline, and those that they did decline. */
  canDecline: formIdsSchema,
  declined: formIdsSchema,
  isFinished: z.boolean(),
})
export type HandOverForm = z.output<typeof handOverFormSchema>

export const handOverAnswersSchema = z.strictObject({
  answers: z.record(z.string().max(80), answersSchema),
  comment: clientCommentSchema,
  ownRatings: ownRatingsSchema.default({}),
  declined: formIdsSchema.default([]),
})
export type HandOverAnswers = z.output<typeof handOverAnswersSchema>

export const handOver = {
  /**
   * Seals the therapist's guess if there is one. Until the passphrase is entered, only the form is served. It has the
   * chosen forms, or those that are due. Fails with `form-not-offered` and its places for a form that the client isn't
   * given or declines.
   */
  begin: vaultMutation({
    input: z.strictObject({ sessionId: sessionIdSchema, instrumentIds: formIdsSchema.min(1).optional() }),
    output: nothing,
  }),
  /**
   * Gives the computer to client and therapist together, for one page with both views of a session. Fails with
   * `status-not-possible` if there is nothing that both rated, and with `risk-not-acknowledged` while an answer that
   * asks for attention is unread.
   */
  beginTogether: vaultMutation({ input: z.strictObject({ sessionId: sessionIdSchema }), output: nothing }),
  /** That page, without a rating until the client has agreed; null if the client has a form. */
  together: vaultQuery({ input: nothing, output: seenTogetherSchema.nullable(), availableIn: ['handOver'] }),
  /** The client's answer to whether they want to look at it. The first one holds. */
  agree: vaultMutation({
    input: z.strictObject({ agrees: z.boolean() }),
    output: nothing,
    availableIn: ['handOver'],
  }),
  form: vaultQuery({ input: nothing, output: handOverFormSchema, availableIn: ['handOver'] }),
  saveAnswers: vaultMutation({ input: handOverAnswersSchema, output: nothing, availableIn: ['handOver'] }),
  /** Saves the answers as the client's responses. `stopped` marks the unanswered items as such. */
  finish: vaultMutation({
    input: z.strictObject({ stopped: z.boolean() }),
    output: nothing,
    availableIn: ['handOver'],
  }),
  /**
   * Ends the hand-over with a PIN or the passphrase, checked in the vault process. A PIN has three tries
   * (`wrong-pin`), however often the page reloads; after that only the passphrase works (`pin-used-up`).
   */
  return: vaultMutation({
    input: z.union([z.strictObject({ passphrase: passphraseSchema }), z.strictObject({ pin: pinSchema })]),
    /** `hasRisk`: an answer of this session must be shown before anything else. */
    output: z.strictObject({
      sessionId: sessionIdSchema,
      hasRisk: z.boolean(),
      /** Whether both views of the session were looked at. */
      wasSeenTogether: z.boolean(),
    }),
    availableIn: ['handOver'],
  }),
}
