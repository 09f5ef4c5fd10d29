export interface FaultParts {
  readonly process: Pick<NodeJS.Process, 'on'> & { readonly stderr: Pick<NodeJS.WriteStream, 'on' | 'write'> }
  readonly isPackaged: boolean
  /** Something failed that nothing caught, and the main process goes on. */
  readonly onFault: () => void
}

/**
 * Watches for what nothing caught in the main process. Nobody is shown a stack, which Electron does in a box of its own
 * as long as nothing listens. A rejection is noted and no more: nobody waited for what it was about. Returns what to call
 * with a fault that was caught and has no cure.
 */
export function watchForFaults({ process, isPackaged, onFault }: FaultParts): (cause: unknown) => void {
  const note = (cause: unknown): void => {
    process.stderr.write(`attune: something failed unexpectedly (${describe(cause, isPackaged)})\n`)
  }
  // The terminal that Attune was started from may be gone, and what can't be written there is no fault to note there.
  process.stderr.on('error', () => undefined)
  const act = (cause: unknown): void => {
    note(cause)
    onFault()
  }
  process.on('uncaughtException', act)
  process.on('unhandledRejection', note)
  return act
}

/** A message could quote what was being saved, and a packed app's output lands in the system's log. */
function describe(cause: unknown, isPackaged: boolean): string {
  if (!(cause instanceof Error)) return typeof cause
  return isPackaged ? cause.name : (cause.stack ?? cause.name)
}
