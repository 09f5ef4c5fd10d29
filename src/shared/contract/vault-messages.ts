import { z } from 'zod'
import { fileGrantSchema } from '../files/file-purposes.ts'
import { vaultStates } from '../vault-state.ts'
import { requestSchema } from './wire.ts'

/** Messages from main to the vault process: take the port, or close the vault and exit. */
export const vaultCommandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('connect') }),
  /** `mayBackUp`: the user does not wait for the exit, so the process may make a backup while it still has the key. */
  z.strictObject({ kind: z.literal('close'), mayBackUp: z.boolean() }),
])
export type VaultCommand = z.input<typeof vaultCommandSchema>

/**
 * Messages from the vault process to main on the port: the answer to a request, its new state, that it has loaded, that
 * it is making a backup before it exits, that it needs a reader or no longer does, or that it needs replacing.
 */
export const vaultMessageSchema = z.discriminatedUnion('kind', [
  /** The result is JSON text: main passes it on unread, and text crosses processes and bridges fastest. */
  z.strictObject({ kind: z.literal('answer'), id: z.int(), result: z.string() }),
  z.strictObject({ kind: z.literal('state'), state: z.enum(vaultStates) }),
  /**
   * Sent once per process: the whole vault is loaded and the self-test has ended, passed or not. An answer does not
   * prove this, because the status is answered before the rest is loaded.
   */
  z.strictObject({ kind: z.literal('loaded') }),
  /** Sent at each step of a backup while closing: the process is working and must not be killed. */
  z.strictObject({ kind: z.literal('backing-up') }),
  /** A file from outside is to be read: main must start a reader and send its port back under this number. */
  z.strictObject({ kind: z.literal('needs-reader'), id: z.int() }),
  /** The reader with this number is no longer needed. */
  z.strictObject({ kind: z.literal('reader-done'), id: z.int() }),
  /** Locked again after it has held a key, such as a backup's: main must start a new process in its place. */
  z.strictObject({ kind: z.literal('needs-replacing') }),
])
export type VaultMessage = z.input<typeof vaultMessageSchema>

/**
 * Messages from main to the vault process on the port: a request of the page, a file the user chose, or a reader. All use
 * the same port, so that a grant arrives before the request that uses it.
 */
export const toVaultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('request'), id: z.int(), request: requestSchema }),
  z.strictObject({ kind: z.literal('grant'), grant: fileGrantSchema }),
  /** Comes with the port to the reader that was asked for under this number. */
  z.strictObject({ kind: z.literal('reader'), id: z.int() }),
])
export type ToVault = z.input<typeof toVaultSchema>
