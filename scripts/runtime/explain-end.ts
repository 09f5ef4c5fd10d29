import type { Failure } from './verdict.ts'

/** How a program that should have shown a window ended. */
export interface End {
  /** Its output. */
  readonly output: string
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** The error code if it could not be started at all, such as `EACCES`. */
  readonly startError?: string | undefined
}

const knownEnds: readonly {
  readonly sign: RegExp
  readonly cause: Failure['cause']
  readonly reason: (found: string) => string
}[] = [
  {
    sign: /running as root without --no-sandbox is not supported/i,
    cause: 'root',
    reason: () => 'does not start as root',
  },
  {
    sign: /no usable sandbox|SUID sandbox helper binary was found|failed to move to new namespace/i,
    cause: 'sandbox',
    reason: () => "can't set up its sandbox here (this user may make no user namespaces)",
  },
  {
    sign: /error while loading shared libraries: ([^:\s]+)/i,
    cause: 'library',
    reason: (library) => `lacks the library ${library}`,
  },
  {
    sign: /missing X server|cannot open display|unable to open X display|failed to connect to wayland/i,
    cause: 'display',
    reason: () => "can't open the display",
  },
  {
    sign: /requires the \w+ snap|snap install|snap-confine|cannot communicate with snapd|snapd is not running/i,
    cause: 'snap',
    reason: () => 'is a snap, which does not run here',
  },
  {
    sign: /exec format error|cannot execute binary file|syntax error|invalid file descriptor to ICU data/i,
    cause: 'damaged',
    reason: () => 'is damaged or made for another kind of machine',
  },
]

/** Says why a program ended without showing a window. */
export function explainEnd({ output, code, signal, startError }: End): Failure {
  for (const { sign, cause, reason } of knownEnds) {
    const found = sign.exec(output)
    if (found) return { works: false, cause, reason: reason(found[1] ?? '') }
  }
  if (startError === 'ENOEXEC') return { works: false, cause: 'damaged', reason: 'is damaged' }
  if (startError) return { works: false, cause: 'unknown', reason: `can't be run (${startError})` }
  if (signal === 'SIGSEGV' || signal === 'SIGBUS')
    return { works: false, cause: 'damaged', reason: `crashes (${signal})` }
  const lastLine = output.trim().split('\n').at(-1)?.trim().slice(0, 120)
  const how = signal ?? `exit code ${code}`
  const reason = `ends without showing a window (${lastLine ? `${how}: ${lastLine}` : how})`
  return { works: false, cause: 'unknown', reason }
}
