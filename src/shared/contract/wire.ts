import { z } from 'zod'

/** The channel for requests from the renderer to main. */
export const operationChannel = 'attune:operation'
/** The channel on which the preload asks main for a port to the vault process. */
export const connectChannel = 'attune:connect'
/** The channel on which main hands over that port. */
export const portChannel = 'attune:port'
/** The channel for events from main to the renderer. */
export const eventChannel = 'attune:event'

/** A request as it crosses a process boundary: a name and an unchecked input. */
export const requestSchema = z.strictObject({
  path: z.string().max(80),
  input: z.unknown(),
})
export type Request = { path: string; input: unknown }
