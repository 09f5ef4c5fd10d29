import { z } from 'zod'
import { clientIdSchema, sessionIdSchema } from '../../records/ids.ts'
import { sessionLogSchema, storedSessionLogSchema } from '../../records/session-log.ts'
import { vaultMutation, vaultQuery } from '../operation.ts'

const byId = z.strictObject({ id: sessionIdSchema })

export const sessions = {
  get: vaultQuery({ input: byId, output: storedSessionLogSchema }),
  /** The number that the client's next session gets. */
  nextNumber: vaultQuery({
    input: z.strictObject({ clientId: clientIdSchema }),
    output: z.strictObject({ number: z.int().min(1) }),
  }),
  /**
   * Stores a session with all that the therapist entered; the client's own responses are left alone.
   * Saving the same content again changes nothing. A correction names the revision it started from.
   */
  save: vaultMutation({
    input: z.strictObject({ log: sessionLogSchema, expectedRevision: z.int().min(0) }),
    output: storedSessionLogSchema,
  }),
  /** Earlier versions of a corrected session, newest first. */
  versions: vaultQuery({ input: byId, output: z.array(storedSessionLogSchema) }),
}
