import { z } from 'zod'
import { sessionIdSchema } from '../../records/ids.ts'
import { repairClosingSchema } from '../../records/repair-closing.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'

const bySession = z.strictObject({ sessionId: sessionIdSchema })

/** What is open between client and therapist, and how it ended. */
export const repairs = {
  /** What was closed of a session; null if nothing was. */
  ofSession: vaultQuery({ input: bySession, output: repairClosingSchema.nullable() }),
  /**
   * Closes the drop that was lowest in a session, the rupture noted in it, or both, with how it ended. What was closed
   * of the session before stays closed; the newest ending stands for all of it. Fails with `conflict` if the note is
   * gone.
   */
  close: vaultMutation({
    input: repairClosingSchema
      .omit({ closedOn: true })
      .refine(({ isOfFall, isOfNote }) => isOfFall || isOfNote, 'Something must be closed'),
    output: repairClosingSchema,
  }),
  /** Opens again what was closed of a session. Changes nothing if nothing was. */
  reopen: vaultMutation({ input: bySession, output: nothing }),
}
