import { fictionalId } from '#shared/sample/random.ts'

/** Calls an operation as the app does: through the router, as JSON. Throws the code of a failure. */
export type Call = (path: string, input?: unknown) => Promise<unknown>

/** One operation of the vault. Its effect counts as acknowledged as soon as the answer arrives. */
export interface Step {
  readonly name: string
  readonly run: (call: Call) => Promise<unknown>
}

/** A stretch of work that the runs cut off at every possible place. */
export interface Scenario {
  readonly name: string
  /** Makes the vault that the stretch starts from, if the app itself no longer makes such a vault. */
  readonly makes?: (folder: string) => Promise<void>
  /** The steps before the stretch begins, after which the vault is closed properly. */
  readonly before: readonly Step[]
  readonly steps: readonly Step[]
  /** Every secret that may open the vault at some point of the stretch. */
  readonly secrets: readonly string[]
}

export const passphrase = 'quiet harbour seven lamps'

/** An id that is the same in every run, so that two runs can be compared. */
export function idOf(...parts: readonly (string | number)[]): string {
  return fictionalId(parts.join('/'))
}

/** A step that calls one operation. */
export function asks(path: string, input?: unknown): Step {
  return { name: path, run: (call) => call(path, input) }
}
