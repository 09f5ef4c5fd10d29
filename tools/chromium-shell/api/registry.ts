import type { Chromium } from '../engine/chromium.ts'
import type { Targets } from '../engine/targets.ts'

/** The event object of Electron's that listeners get first. */
export type ShellEvent = { defaultPrevented: boolean; preventDefault: () => void }

/** Turns the details of an event into an event that a listener can prevent. */
export function createEvent<Details extends object>(details: Details = Object({})): ShellEvent & Details {
  const event: ShellEvent & Details = Object.assign(details, {
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  })
  return event
}

/** Every open window by its id, oldest first; all are of the class `BrowserWindow`. */
export const openWindows = new Map<number, { close: () => void; destroy: () => void }>()

/** Every living web contents by its id; all are of the class `WebContents`. */
export const livingContents = new Map<number, { applyTheme: () => void }>()

/** Every running utility process, with the name the app gave it. */
export const livingUtilities = new Set<{ pid: number; name: string }>()

/** The running Chromium, and its pages. */
export type ShellState = { chromium: Chromium; targets: Targets }

let current: ShellState | undefined

/** Sets the running Chromium; after this the app counts as ready. */
export function setShellState(state: ShellState): void {
  current = state
}

/** The running Chromium, or nothing before the app is ready. */
export function shellState(): ShellState | undefined {
  return current
}

/** The running Chromium; before the app is ready, throws `refusal`, Electron's message. */
export function readyShellState(refusal: string): ShellState {
  if (!current) throw new Error(refusal)
  return current
}
