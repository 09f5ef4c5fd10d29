declare global {
  interface Window {
    /** What the preload gives the page; nothing else of Electron's can be reached. An answer is JSON text. */
    readonly attune: {
      readonly call: (path: string, input: unknown) => Promise<string>
      readonly onEvent: (listener: (event: unknown) => void) => void
    }
  }
}

export {}
