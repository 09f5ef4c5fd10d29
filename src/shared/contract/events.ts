import { z } from 'zod'
import { commandIds } from '../commands/commands.ts'

/** What main tells the renderer without being asked. */
export const appEventSchema = z.discriminatedUnion('name', [
  /** Blank the screen, save what is being typed, then answer with `lock.ready`. */
  z.strictObject({
    name: z.literal('locking'),
    reason: z.enum(['command', 'idle', 'system', 'quit', 'failure']),
  }),
  /** The screen is blank and the vault is closing; a backup is being made first. */
  z.strictObject({ name: z.literal('backing-up') }),
  /** Attune locks after this many seconds unless something is done. */
  z.strictObject({ name: z.literal('locking-soon'), seconds: z.int().min(1) }),
  z.strictObject({ name: z.literal('locking-cancelled') }),
  /** A menu item was chosen. */
  z.strictObject({ name: z.literal('command'), command: z.enum(commandIds) }),
])
export type AppEvent = z.output<typeof appEventSchema>
