import { z } from 'zod'
import { fileGrantSchema, fileTokenSchema } from '../files/file-purposes.ts'
import { settingsSchema } from '../settings/settings.ts'
import { vaultStates } from '../vault-state.ts'
import type { Request } from './wire.ts'

// Each is built for its first message, because building all of them would delay the start of both processes.

/** Messages from main to the vault process: take main's port, take a port of the page, or close the vault and exit. */
export const vaultCommandSchema = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('connect') }),
    /** Comes with a port to the page, which replaces an earlier one. */
    z.strictObject({ kind: z.literal('page') }),
    /**
     * `mayBackUp`: the user does not wait for the exit, so the process may make a backup while it still has the key.
     * `longestDrainMilliseconds`: how long it waits for the requests that it is working on.
     */
    z.strictObject({
      kind: z.literal('close'),
      mayBackUp: z.boolean(),
      longestDrainMilliseconds: z.number().min(0).max(10_000),
    }),
  ]),
)
export type VaultCommand = z.input<typeof vaultCommandSchema>

/**
 * Messages from the vault process to main on main's port. None contains anything that the page asked or was answered,
 * which travels on the page's own port.
 */
export const vaultMessageSchema = z.lazy(() =>
  z.discriminatedUnion('kind', [
    /** Main must confirm it; until then the page gets no answer, so that it can't act before main. */
    z.strictObject({ kind: z.literal('state'), state: z.enum(vaultStates) }),
    /** Whether it is working on a request of the page. */
    z.strictObject({ kind: z.literal('working'), isWorking: z.boolean() }),
    /** The grant with this token has arrived. */
    z.strictObject({ kind: z.literal('granted'), token: fileTokenSchema }),
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
  ]),
)
export type VaultMessage = z.input<typeof vaultMessageSchema>

/** Messages from main to the vault process on main's port. */
export const toVaultSchema = z.lazy(() =>
  z.discriminatedUnion('kind', [
    /** A file that the user chose. Main gives the page the token once the vault process has confirmed this. */
    z.strictObject({ kind: z.literal('grant'), grant: fileGrantSchema }),
    /** Comes with the port to the reader that was asked for under this number. */
    z.strictObject({ kind: z.literal('reader'), id: z.int() }),
    /** A sign of life, every few seconds. `lockAfterMinutes` is the time without activity that the user has chosen. */
    z.strictObject({ kind: z.literal('alive'), lockAfterMinutes: settingsSchema.shape.lockAfterMinutes }),
    /** The user did something in Attune. */
    z.strictObject({ kind: z.literal('active') }),
    /** Main has acted on the last state it was sent. */
    z.strictObject({ kind: z.literal('followed') }),
    /** While Attune locks, the page can only save what was typed. A cancelled quit ends this. */
    z.strictObject({ kind: z.literal('locking'), isLocking: z.boolean() }),
  ]),
)
export type ToVault = z.input<typeof toVaultSchema>

/** A message from the page to the vault process on the page's port. Numbers rise, also from one port to the next. */
export const pageRequestSchema = z.strictObject({ id: z.int().positive(), request: z.unknown() })
export type PageRequest = { readonly id: number; readonly request: Request }

/** Messages from the vault process to the page on the page's port. */
export type ToPage =
  /** The result is JSON text, which crosses processes and bridges fastest. */
  | { readonly kind: 'answer'; readonly id: number; readonly result: string }
  /** This process serves no request after `last`. Another process may serve the later ones. The page closes the port. */
  | { readonly kind: 'leaving'; readonly last: number }
