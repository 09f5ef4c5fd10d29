declare global {
  interface Window {
    /** The preload's interface; the page can reach nothing else of Electron. An answer is JSON text. */
    readonly attune: {
      readonly call: (path: string, input: unknown) => Promise<string>
      readonly onEvent: (listener: (event: unknown) => void) => void
    }
  }
}

export {}
