import { z } from 'zod'
import { draftSchema, storedDraftSchema } from '../../records/draft.ts'
import { sessionIdSchema } from '../../records/ids.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'

/** Session logs that are not saved yet. */
export const drafts = {
  list: vaultQuery({ input: nothing, output: z.array(storedDraftSchema) }),
  get: vaultQuery({
    input: z.strictObject({ sessionId: sessionIdSchema }),
    output: storedDraftSchema.nullable(),
  }),
  save: vaultMutation({ input: draftSchema, output: nothing }),
  discard: vaultMutation({ input: z.strictObject({ sessionId: sessionIdSchema }), output: nothing }),
}
