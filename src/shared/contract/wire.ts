import { z } from 'zod'

/** The channel for requests from the renderer to main. */
export const operationChannel = 'attune:operation'
/** The channel for events from main to the renderer. */
export const eventChannel = 'attune:event'

/** A request as it crosses a process boundary: a name and an unchecked input. */
export const requestSchema = z.strictObject({
  path: z.string().max(80),
  input: z.unknown(),
})
export type Request = { path: string; input: unknown }
