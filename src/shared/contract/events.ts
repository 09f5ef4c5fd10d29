import { z } from 'zod'
import { commandIds } from '../commands/commands.ts'

/** Events that main sends to the renderer. */
export const appEventSchema = z.discriminatedUnion('name', [
  /** Blank the screen, save unfinished input, then answer with `lock.ready`. */
  z.strictObject({
    name: z.literal('locking'),
    reason: z.enum(['command', 'idle', 'system', 'quit', 'failure']),
  }),
  /** The screen is blank and the vault is closing after a backup. */
  z.strictObject({ name: z.literal('backing-up') }),
  /** Attune locks after this many seconds without activity. */
  z.strictObject({ name: z.literal('locking-soon'), seconds: z.int().min(1) }),
  z.strictObject({ name: z.literal('locking-cancelled') }),
  /** The user chose a menu item. */
  z.strictObject({ name: z.literal('command'), command: z.enum(commandIds) }),
])
export type AppEvent = z.output<typeof appEventSchema>
