import { z } from 'zod'
import { settingsSchema } from '../../settings/settings.ts'
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
})
export type About = z.output<typeof aboutSchema>

export const app = {
  about: appQuery({ input: nothing, output: aboutSchema, availableIn: always }),
  /** The user did something: the idle clock starts again. */
  noteActivity: appMutation({ input: nothing, output: nothing, availableIn: ['open', 'handOver'] }),
  /** Something was copied or cut in the page; it is taken out of the clipboard at the next lock. */
  noteCopied: appMutation({ input: nothing, output: nothing, availableIn: ['open', 'handOver'] }),
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
  /** How the last lock since the start went; null where there was none. */
  last: appQuery({ input: nothing, output: lastLockSchema.nullable(), availableIn: always }),
  /** Locks; where it is locked already, the page starts afresh all the same. */
  now: appMutation({ input: nothing, output: nothing, availableIn: always }),
  /** The answer to the `locking` event: what was being typed has been saved, or could not be. */
  ready: appMutation({
    input: z.strictObject({ isDraftSafe: z.boolean() }),
    output: nothing,
    availableIn: ['open', 'handOver'],
  }),
}
