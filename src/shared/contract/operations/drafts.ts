import { z } from 'zod'
import { draftSchema, storedDraftSchema } from '../../records/draft.ts'
import { formDraftKeySchema, formDraftSchema, storedFormDraftSchema } from '../../records/form-draft.ts'
import { sessionIdSchema } from '../../records/ids.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'

/** Session logs and other forms that are not saved yet. */
export const drafts = {
  list: vaultQuery({ input: nothing, output: z.array(storedDraftSchema) }),
  get: vaultQuery({
    input: z.strictObject({ sessionId: sessionIdSchema }),
    output: storedDraftSchema.nullable(),
  }),
  save: vaultMutation({ input: draftSchema, output: nothing }),
  discard: vaultMutation({ input: z.strictObject({ sessionId: sessionIdSchema }), output: nothing }),
  getForm: vaultQuery({ input: formDraftKeySchema, output: storedFormDraftSchema.nullable() }),
  saveForm: vaultMutation({ input: formDraftSchema, output: nothing }),
  discardForm: vaultMutation({ input: formDraftKeySchema, output: nothing }),
}
