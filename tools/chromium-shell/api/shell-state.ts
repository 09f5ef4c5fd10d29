import type { Chromium } from '../engine/chromium.ts'
import type { Targets } from '../engine/targets.ts'

/** The running Chromium and the way to open pages in it. */
export type ShellState = { chromium: Chromium; targets: Targets }

let current: ShellState | undefined

/** Remembers the running Chromium; from here on the app counts as ready. */
export function setShellState(state: ShellState): void {
  current = state
}

/** The running Chromium, or nothing before the app is ready. */
export function shellState(): ShellState | undefined {
  return current
}

/** The running Chromium; throws, as Electron does, when `what` is tried before the app is ready. */
export function readyShellState(what: string): ShellState {
  if (!current) throw new Error(`${what} before app is ready`)
  return current
}
