import { z } from 'zod'
import { vaultStates } from './operation.ts'

/** What the vault process tells the main process on its port: the answer to a request, or its new state. */
export const vaultMessageSchema = z.discriminatedUnion('kind', [
  /** The outcome is JSON text: it is passed on unread, and text crosses processes and bridges fastest. */
  z.strictObject({ kind: z.literal('answer'), id: z.int(), outcome: z.string() }),
  z.strictObject({ kind: z.literal('state'), state: z.enum(vaultStates) }),
])
export type VaultMessage = z.input<typeof vaultMessageSchema>
