import { type ChildProcess, fork as forkNode } from 'node:child_process'
import { isAbsolute, join } from 'node:path'
import type { Readable } from 'node:stream'

import type { ForkOptions } from 'electron'

import { cloned, MessagePortMain, movedOut } from '../utility/message-port.ts'
import { Wire, type WireMessage } from '../utility/wire.ts'
import { GuardedEmitter, notImplemented } from './guard.ts'
import { nodeServiceName } from './process-metrics.ts'
import { announcements, livingUtilities, type LivingUtility } from './registry.ts'
import { readyShellState } from './shell-state.ts'

const bootFile = join(import.meta.dirname, '../utility/utility-boot.ts')
const acceptedOptions = new Set([
  'env',
  'execArgv',
  'cwd',
  'stdio',
  'serviceName',
  'allowLoadingUnsignedLibraries',
])

/** `UtilityProcess`: a Node process of the app's own, spoken to by messages. */
export class UtilityProcess extends GuardedEmitter {
  readonly #child: ChildProcess
  readonly #wire: Wire
  readonly #living: LivingUtility
  #isGone = false
  #hasSpawned = false

  constructor(modulePath: string, givenArguments: readonly string[], options: ForkOptions) {
    super('UtilityProcess', ['spawn', 'exit', 'message', 'error'])
    const stdio = Array.isArray(options.stdio)
      ? options.stdio
      : ['ignore', options.stdio ?? 'inherit', options.stdio ?? 'inherit']
    const environment: NodeJS.ProcessEnv = { ...(options.env ?? process.env) }
    delete environment['NODE_OPTIONS']
    this.#child = forkNode(bootFile, [modulePath, ...givenArguments], {
      execArgv: [
        '--disable-warning=ExperimentalWarning',
        '--unhandled-rejections=warn',
        ...(options.execArgv ?? []),
      ],
      env: { ...environment, CHROMIUM_SHELL_VERSION: process.versions['electron'] ?? '' },
      serialization: 'advanced',
      // Electron's kinds of stream are Node's, by the same names.
      stdio: ['ignore', stdio[1] ?? 'inherit', stdio[2] ?? 'inherit', 'ipc'] as (
        'ignore' | 'inherit' | 'pipe' | 'ipc'
      )[],
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    })
    const name = options.serviceName ?? 'Node Utility Process'
    this.#living = { pid: this.#child.pid ?? 0, name, creationTime: Date.now() }
    this.#wire = new Wire('main-', (message) => this.#send(message))
    this.#child.on('spawn', () => {
      this.#hasSpawned = true
      livingUtilities.add(this.#living)
      this.emit('spawn')
    })
    this.#child.on('message', (message) => {
      // Only the utility process's half of the wire writes to this channel.
      const taken = this.#wire.take(message as WireMessage)
      if (taken) this.emit('message', taken.data)
    })
    this.#child.on('error', (cause) => console.error(`[chromium-shell] ${modulePath}: ${cause.message}`))
    this.#child.on('exit', (code, signal) => this.#end(code, signal))
  }

  /** The process's id; `undefined` before it runs and after it has ended. */
  get pid(): number | undefined {
    return this.#hasSpawned && !this.#isGone ? this.#child.pid : undefined
  }

  /** What it writes, if `stdio` asked for a pipe. */
  get stdout(): Readable | null {
    return this.#child.stdout
  }

  get stderr(): Readable | null {
    return this.#child.stderr
  }

  /** Sends a copy of a message; the ports in `transfer` go along. */
  postMessage(message: unknown, transfer: MessagePortMain[] = []): void {
    if (this.#isGone) return
    const data = cloned(message)
    this.#wire.sendToProcess(data, movedOut(transfer))
  }

  /** Ends the process in an orderly way; false if it had ended already. */
  kill(): boolean {
    return !this.#isGone && this.#child.kill('SIGTERM')
  }

  #send(message: WireMessage): void {
    if (this.#child.connected) this.#child.send(message, () => undefined)
  }

  #end(code: number | null, signal: NodeJS.Signals | null): void {
    if (this.#isGone) return
    this.#isGone = true
    livingUtilities.delete(this.#living)
    this.#wire.close()
    const exitCode = code ?? 128
    this.emit('exit', exitCode)
    if (exitCode === 0) return
    const reason =
      signal === 'SIGTERM' || signal === 'SIGKILL' ? 'killed' : signal ? 'crashed' : 'abnormal-exit'
    announcements.emit('utility-gone', {
      type: 'Utility',
      reason,
      exitCode,
      serviceName: nodeServiceName,
      name: this.#living.name,
    })
  }
}

/** Electron's `utilityProcess`. */
export const utilityProcess = {
  /** Starts a module in a process of its own; only once the app is ready. */
  fork: (modulePath: string, given?: string[] | ForkOptions, options?: ForkOptions): UtilityProcess => {
    readyShellState('utilityProcess cannot be created')
    if (!isAbsolute(modulePath)) throw new TypeError('Missing UtilityProcess entry script.')
    const list = Array.isArray(given) ? given : []
    const chosen = options ?? (Array.isArray(given) ? {} : (given ?? {}))
    const unknown = Object.keys(chosen).find((name) => !acceptedOptions.has(name))
    if (unknown !== undefined) throw notImplemented(`utilityProcess.fork option '${unknown}'`)
    return new UtilityProcess(modulePath, list, chosen)
  },
}
