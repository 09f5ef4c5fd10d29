import { createHash } from 'node:crypto'

/** Asks the vault as the app does: through its router, as JSON. Throws the code of a failure. */
export type Call = (path: string, input?: unknown) => Promise<unknown>

/** One thing asked of the vault. What it promised is acknowledged as soon as its answer is there. */
export interface Step {
  readonly name: string
  readonly run: (call: Call) => Promise<unknown>
}

/** A stretch of work that is cut off at every possible place. */
export interface Scenario {
  readonly name: string
  /** Makes the vault that the stretch starts from, where the app itself no longer makes such a one. */
  readonly makes?: (folder: string) => Promise<void>
  /** What has been done, and closed in order, before the stretch begins. */
  readonly before: readonly Step[]
  readonly steps: readonly Step[]
  /** Every secret that may open the vault at some time in it. */
  readonly secrets: readonly string[]
}

export const passphrase = 'quiet harbour seven lamps'

/** An id that is the same at every run, so that two runs can be compared. */
export function idOf(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join('/')).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

/** A step that asks for one operation. */
export function asks(path: string, input?: unknown): Step {
  return { name: path, run: (call) => call(path, input) }
}
