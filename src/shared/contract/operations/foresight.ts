import { z } from 'zod'
import { foresightOfSessionSchema, foresightSumsSchema } from '../../foresight/foresight.ts'
import { foreseenSchema } from '../../records/foresight.ts'
import { sessionIdSchema } from '../../records/ids.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'

const switchSchema = z.strictObject({ isOn: z.boolean() })
const ofSession = z.strictObject({ sessionId: sessionIdSchema })

/** What the therapist foresees of the next session, sealed until it is known. */
export const foresight = {
  /** Whether the therapist is asked after a session; off until somebody switches it on. */
  get: vaultQuery({ input: nothing, output: switchSchema }),
  setOn: vaultMutation({ input: switchSchema, output: nothing }),
  /** Whether to ask after a session, and which foresight this session opened. Everything is empty while it is off. */
  ofSession: vaultQuery({ input: ofSession, output: foresightOfSessionSchema }),
  /**
   * Seals what is foreseen after a session. A session has at most one: a later one changes nothing, and the answer does
   * not say which one was first. Throws `conflict` if nothing is asked after this session.
   */
  seal: vaultMutation({ input: ofSession.extend({ foreseen: foreseenSchema }), output: nothing }),
  /** What was foreseen and missed over all clients; reads their scores, and lets other requests through. */
  sums: vaultQuery({ input: nothing, output: foresightSumsSchema }),
}
