import { z } from 'zod'
import { fileGrantSchema } from '../files/file-purposes.ts'
import { vaultStates } from '../vault-state.ts'
import { requestSchema } from './wire.ts'

/** What the main process tells the vault process: to take the port, or to close the vault and end. */
export const vaultCommandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('connect') }),
  /** `mayBackUp`: nobody waits for the end, so a backup may be made while the key is still here. */
  z.strictObject({ kind: z.literal('close'), mayBackUp: z.boolean() }),
])
export type VaultCommand = z.input<typeof vaultCommandSchema>

/** What the vault process tells the main process on its port: the answer to a request, its new state, or that it is
 * making a backup before it ends. */
export const vaultMessageSchema = z.discriminatedUnion('kind', [
  /** The result is JSON text: it is passed on unread, and text crosses processes and bridges fastest. */
  z.strictObject({ kind: z.literal('answer'), id: z.int(), result: z.string() }),
  z.strictObject({ kind: z.literal('state'), state: z.enum(vaultStates) }),
  /** Said at each step of a backup while closing: the process is at work and is not to be ended. */
  z.strictObject({ kind: z.literal('backing-up') }),
  /** Locked again after it has held a key, such as a backup's: a fresh process is to take its place. */
  z.strictObject({ kind: z.literal('needs-replacing') }),
])
export type VaultMessage = z.input<typeof vaultMessageSchema>

/**
 * What the main process tells the vault process on its port: a request of the page's, or a file the user chose.
 * Both go the same way, so that a grant is there before the request that takes it.
 */
export const toVaultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('request'), id: z.int(), request: requestSchema }),
  z.strictObject({ kind: z.literal('grant'), grant: fileGrantSchema }),
])
export type ToVault = z.input<typeof toVaultSchema>
