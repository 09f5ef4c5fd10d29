import type { Outcome } from '#shared/contract/outcome.ts'

declare global {
  interface Window {
    /** What the preload gives the page; nothing else of Electron's can be reached. */
    readonly attune: {
      readonly call: (path: string, input: unknown) => Promise<Outcome>
      readonly onEvent: (listener: (event: unknown) => void) => void
    }
  }
}
