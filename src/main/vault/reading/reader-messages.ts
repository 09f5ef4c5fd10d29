import { z } from 'zod'
import { readJobSchema } from './read-job.ts'

/** One end of a message port between a reader and the process that asks, as Electron gives it. */
export interface PortEnd<Sent> {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  start(): void
  postMessage(message: Sent): void
}

/** Messages to a reader: the one file to read, then requests for the next piece. */
export const toReaderSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('job'), job: readJobSchema }),
  z.strictObject({ kind: z.literal('next') }),
])
export type ToReader = z.input<typeof toReaderSchema>

/**
 * Messages from a reader: a piece as JSON text, how much of the file it has read, the end of the file, why it was given up,
 * or that it has grown so much that the system may end it for its memory.
 */
export const fromReaderSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('piece'), text: z.string() }),
  z.strictObject({ kind: z.literal('share'), share: z.number().min(0).max(1) }),
  z.strictObject({ kind: z.literal('end') }),
  z.strictObject({ kind: z.literal('grown') }),
  z.strictObject({ kind: z.literal('refused'), code: z.enum(['file-needs-too-much-memory', 'internal']) }),
])
export type FromReader = z.input<typeof fromReaderSchema>
