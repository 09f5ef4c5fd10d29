import { z } from 'zod'
import { instrumentSchema } from '../../instruments/instrument.ts'
import { measureIdSchema } from '../../instruments/plain-text.ts'
import { answersSchema } from '../../instruments/response.ts'
import { clientIdSchema, sessionIdSchema } from '../../records/ids.ts'
import { responseSchema } from '../../records/session-log.ts'
import { sessionSchema } from '../../records/session.ts'
import { clientCommentSchema } from '../../records/text.ts'
import { vaultMutation, vaultQuery } from '../operation.ts'
import { mostClientForms } from './clients.ts'

const paperChoiceSchema = z.strictObject({
  /** The client's own forms, in the order in which they are printed. */
  instrumentIds: z.array(measureIdSchema).min(1),
  /** Every form that a client can fill in now, each in its newest version. */
  offered: z.array(instrumentSchema),
  /** Versions that are not given any more: a sheet may have been printed before. */
  earlier: z.array(instrumentSchema),
  /** The sessions that a sheet can belong to, newest first: neither ahead nor missed or cancelled. */
  sessions: z.array(
    sessionSchema.pick({ id: true, number: true, date: true, guess: true }).extend({
      /** Whether the entry of sheets has begun and is not saved. */
      isBegun: z.boolean(),
    }),
  ),
})
export type PaperChoice = z.output<typeof paperChoiceSchema>

/** One form as it is on the sheet, in the version that the sheet names. */
const enteredFormSchema = responseSchema
  .pick({ instrumentId: true, instrumentVersion: true })
  .extend({ answers: answersSchema })
export type EnteredForm = z.output<typeof enteredFormSchema>

/** Entering what clients wrote on paper. */
export const paper = {
  choice: vaultQuery({ input: z.strictObject({ clientId: clientIdSchema }), output: paperChoiceSchema }),
  /**
   * Keeps the forms as the client's answers of a session. Items without an answer count as skipped. A form without any
   * answer is not kept, unless the sheets hold nothing but a comment.
   *
   * A form replaces the client's earlier answers to it as a whole, which stay in an earlier version of the session; it
   * must be named in `replaces` (`conflict` otherwise). The same sheets again change nothing. Fails with
   * `rated-in-future` and `status-not-possible` for a session that a sheet can't belong to, and with `form-not-offered`
   * for a form that is not a client's.
   */
  save: vaultMutation({
    input: z.strictObject({
      sessionId: sessionIdSchema,
      forms: z.array(enteredFormSchema).min(1).max(mostClientForms),
      /** What the client added; null leaves what is there. */
      comment: clientCommentSchema.nullable(),
      replaces: z.array(measureIdSchema).max(mostClientForms),
    }),
    output: z.strictObject({
      /** False if the same sheets were entered already. */
      isChanged: z.boolean(),
    }),
  }),
}
