import { z } from 'zod'

/** The one channel between renderer and main. */
export const operationChannel = 'attune:operation'
/** The one channel on which main tells the renderer that something happened. */
export const eventChannel = 'attune:event'

/** A request as it crosses a process boundary: a name and an unchecked input. */
export const requestSchema = z.strictObject({
  path: z.string().max(80),
  input: z.unknown(),
})
export type Request = { path: string; input: unknown }
