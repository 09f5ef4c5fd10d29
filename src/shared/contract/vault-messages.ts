import { z } from 'zod'
import { vaultStates } from './operation.ts'
import { outcomeSchema } from './outcome.ts'

/** What the vault process tells the main process on its port: the answer to a request, or its new state. */
export const vaultMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answer'), id: z.int(), outcome: outcomeSchema }),
  z.strictObject({ kind: z.literal('state'), state: z.enum(vaultStates) }),
])
export type VaultMessage = z.input<typeof vaultMessageSchema>
