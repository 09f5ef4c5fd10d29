import { z } from 'zod'
import { attentionKinds, attentionOnTodaySchema } from '../../attention/attention.ts'
import { packedRowsSchema } from '../../attention/client-rows.ts'
import { calendarDateSchema } from '../../records/calendar.ts'
import { clientIdSchema } from '../../records/ids.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'

/** The kinds of reasons that can be put off: all but risk. */
const puttableSchema = z.enum(attentionKinds).exclude(['risk'])

export const attention = {
  /** What Clients shows: every client with the reasons to look at them, those to look at first before the others. */
  list: vaultQuery({ input: nothing, output: packedRowsSchema }),
  /** The part of the same list that Today shows. */
  today: vaultQuery({ input: nothing, output: attentionOnTodaySchema }),
  /**
   * Hides a client's reasons until a day, which is after today and at most a year away, or until something newer turns
   * up. Fails with `conflict` if something newer is already there.
   */
  lookAt: vaultMutation({
    input: z.strictObject({
      clientId: clientIdSchema,
      reasons: z
        .array(z.strictObject({ kind: puttableSchema, evidence: z.string().min(1).max(300) }))
        .min(1)
        .max(attentionKinds.length),
      until: calendarDateSchema,
    }),
    output: nothing,
  }),
  /** Shows all reasons of a client again before their day. */
  bringBack: vaultMutation({
    input: z.strictObject({ clientId: clientIdSchema }),
    output: nothing,
  }),
}
