declare global {
  interface Window {
    readonly attune: {
      readonly call: (path: string, input?: unknown) => Promise<string>
      readonly onEvent: (listener: (event: unknown) => void) => void
    }
  }
}

export {}
