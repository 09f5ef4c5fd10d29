declare global {
  interface Window {
    readonly attune: {
      readonly call: (path: string, input?: unknown) => Promise<unknown>
      readonly onEvent: (listener: (event: unknown) => void) => void
    }
  }
}

export {}
