export interface FaultParts {
  readonly process: Pick<NodeJS.Process, 'on'> & { readonly stderr: Pick<NodeJS.WriteStream, 'on' | 'write'> }
  readonly isPackaged: boolean
  /** Called when an error was not caught. The main process goes on. */
  readonly onFault: () => void
}

/**
 * Watches for uncaught errors in the main process. Shows no stack to the user; without a listener Electron would show
 * one in a dialog. Only logs a rejection, because nobody waited for its result. Returns a function to call with a
 * caught error that has no remedy.
 */
export function watchForFaults({ process, isPackaged, onFault }: FaultParts): (cause: unknown) => void {
  const note = (cause: unknown): void => {
    process.stderr.write(`attune: something failed unexpectedly (${describe(cause, isPackaged)})\n`)
  }
  // The terminal that started Attune may be gone; a failed write to it is not a fault.
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
