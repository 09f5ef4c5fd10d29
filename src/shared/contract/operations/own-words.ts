import { z } from 'zod'
import { clientIdSchema, sessionIdSchema } from '../../records/ids.ts'
import {
  enteredWordingSchema,
  ownWordsIdSchema,
  ownWordsKindSchema,
  ownWordsPlaceSchema,
  ownWordsSchema,
} from '../../records/own-words.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'

const byId = z.strictObject({ id: ownWordsIdSchema })

/** Goals and problems in a client's own words. */
export const ownWords = {
  /** All of a client's, the oldest first, and where in the client's form they are asked for. */
  ofClient: vaultQuery({
    input: z.strictObject({ clientId: clientIdSchema }),
    output: z.strictObject({ place: ownWordsPlaceSchema, ownWords: z.array(ownWordsSchema) }),
  }),
  /** Those that were rated in a session, the oldest first, with all that ever happened to them. */
  ofSession: vaultQuery({
    input: z.strictObject({ sessionId: sessionIdSchema }),
    output: z.array(ownWordsSchema),
  }),
  /** Adds one; a repeated id changes nothing. Fails with `conflict` while as many as possible are open. */
  add: vaultMutation({
    input: z.strictObject({
      id: ownWordsIdSchema,
      clientId: clientIdSchema,
      kind: ownWordsKindSchema,
      words: enteredWordingSchema,
    }),
    output: nothing,
  }),
  /** Puts it in other words. A wording that was rated stays in the history; one that never was is replaced. */
  reword: vaultMutation({ input: byId.extend({ words: enteredWordingSchema }), output: nothing }),
  /** From today on it is no longer asked for. Its ratings stay. */
  end: vaultMutation({ input: byId, output: nothing }),
  /** Asks for it again. Fails with `conflict` while as many as possible are open. */
  reopen: vaultMutation({ input: byId, output: nothing }),
  /** Deletes one that was never rated. Fails with `conflict` if one of its wordings was. */
  remove: vaultMutation({ input: byId, output: nothing }),
  setPlace: vaultMutation({
    input: z.strictObject({ clientId: clientIdSchema, place: ownWordsPlaceSchema }),
    output: nothing,
  }),
}
