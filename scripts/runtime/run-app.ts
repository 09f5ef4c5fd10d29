import { spawn, type SpawnOptions } from 'node:child_process'

/**
 * Runs the app, or a program that starts it, and exits as that does. The app gets each kind of signal at most once:
 * Electron restores a signal's default action after the first, so a second Ctrl+C would kill the app while it locks.
 */
export function runApp(
  executable: string,
  given: readonly string[],
  options: Pick<SpawnOptions, 'cwd' | 'env'> = {},
): void {
  // In a process group of its own it gets no signal from the terminal. This process gets one from the terminal and
  // another from npm through with-node.mjs, and passes the first on.
  const detached = process.platform !== 'win32'
  const child = spawn(executable, given, { ...options, stdio: 'inherit', detached })
  const passedOn = new Set<NodeJS.Signals>()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (passedOn.has(signal)) return
      passedOn.add(signal)
      child.kill(signal)
    })
  child.on('error', (cause) => {
    console.error(`${executable} could not be started: ${cause.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}
