import { z } from 'zod'
import { settingsSchema } from '../../settings/settings.ts'
import { zoomSteps } from '../../settings/zoom.ts'
import { always, appMutation, appQuery, nothing } from '../operation.ts'

export const aboutSchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  runtime: z.strictObject({
    kind: z.enum(['electron', 'chromium-shell']),
    electron: z.string(),
    chromium: z.string(),
    node: z.string(),
  }),
  platform: z.enum(['mac', 'windows', 'linux']),
  dataFolder: z.string(),
  /** The computer's locale for dates and times, such as `de-DE`. */
  locale: z.string(),
})
export type About = z.output<typeof aboutSchema>

/** What the system's menu can do with text, in the order in which it lists them. */
export const textCommands = ['cut', 'copy', 'paste', 'selectAll'] as const
export type TextCommand = (typeof textCommands)[number]

const pixels = z.int().min(0).max(20_000)

export const app = {
  about: appQuery({ input: nothing, output: aboutSchema, availableIn: always }),
  /** The user is active: restarts the idle clock. */
  noteActivity: appMutation({ input: nothing, output: nothing, availableIn: ['open', 'handOver'] }),
  /** The user copied or cut something in the page: the next lock clears the clipboard of it. */
  noteCopied: appMutation({ input: nothing, output: nothing, availableIn: ['open', 'handOver'] }),
  /**
   * Opens the system's menu at this place of the page, in px of the page, with these commands for the text there. Main gets
   * no text: the page says only what can be done.
   */
  showTextMenu: appMutation({
    input: z.strictObject({
      commands: z.array(z.enum(textCommands)).min(1).max(textCommands.length),
      x: pixels,
      y: pixels,
    }),
    output: nothing,
    availableIn: always,
  }),
  /** Makes the page larger or smaller, or as large as usual. */
  zoom: appMutation({
    input: z.strictObject({ step: z.enum(zoomSteps) }),
    output: nothing,
    availableIn: always,
  }),
  quit: appMutation({ input: nothing, output: nothing, availableIn: ['locked', 'open'] }),
}

export const settings = {
  get: appQuery({ input: nothing, output: settingsSchema, availableIn: always }),
  update: appMutation({ input: settingsSchema.partial(), output: settingsSchema }),
}

export const links = {
  /** Opens the page of a DOI in the user's own browser. */
  openDoi: appMutation({
    input: z.strictObject({
      doi: z
        .string()
        .regex(/^10\.\d{4,9}\/[-._;()/:A-Za-z0-9]+$/)
        .max(200),
    }),
    output: nothing,
  }),
}

export const lastLockSchema = z.strictObject({
  reason: z.enum(['command', 'idle', 'system', 'quit', 'failure']),
  isDraftSafe: z.boolean(),
})
export type LastLock = z.output<typeof lastLockSchema>

export const lock = {
  /** How the last lock since the start went; null if there was none. */
  last: appQuery({ input: nothing, output: lastLockSchema.nullable(), availableIn: always }),
  /** Locks and reloads the page, even if the vault is locked already. */
  now: appMutation({ input: nothing, output: nothing, availableIn: always }),
  /** The answer to the `locking` event: whether the page could save unfinished input. */
  ready: appMutation({
    input: z.strictObject({ isDraftSafe: z.boolean() }),
    output: nothing,
    availableIn: ['open', 'handOver'],
  }),
}
