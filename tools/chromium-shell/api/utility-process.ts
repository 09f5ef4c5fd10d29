import { type ChildProcess, fork as forkNode } from 'node:child_process'
import { constants } from 'node:os'
import { isAbsolute, join } from 'node:path'
import type { ForkOptions } from 'electron'
import { type MessagePortMain, mustBeCloneable, takePorts } from '../utility/message-port.ts'
import { Wire, type WireMessage } from '../utility/wire.ts'
import { GuardedEmitter, guarded, notImplemented } from '../guard.ts'
import { livingUtilities, readyShellState } from './registry.ts'

const bootFile = join(import.meta.dirname, '../utility/utility-boot.ts')

/** `UtilityProcess`: a Node process of the app that exchanges messages with it. */
class UtilityProcess extends GuardedEmitter {
  readonly #child: ChildProcess
  readonly #wire: Wire
  readonly #living: { pid: number; name: string }
  #isGone = false
  #isKilled = false

  constructor(
    modulePath: string,
    given: readonly string[],
    { name, flags }: { name: string; flags: readonly string[] },
  ) {
    super('UtilityProcess', ['exit', 'message'])
    this.#child = forkNode(bootFile, [modulePath, ...given], {
      execArgv: [...flags, '--disable-warning=ExperimentalWarning', '--unhandled-rejections=warn'],
      env: { ...process.env, NODE_OPTIONS: '', CHROMIUM_SHELL_VERSION: process.versions['electron'] ?? '' },
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    this.#living = { pid: this.#child.pid ?? 0, name }
    this.#wire = new Wire('main-', (message) => this.#send(message))
    livingUtilities.add(this.#living)
    this.#child.on('message', (message) => {
      // Only the utility process's half of the wire writes to this channel.
      const taken = this.#wire.take(message as WireMessage)
      if (taken) this.emit('message', taken.data)
    })
    this.#child.on('error', (cause) => console.error(`[chromium-shell] ${modulePath}: ${cause.message}`))
    this.#child.on('exit', (code, signal) => this.#end(code ?? constants.signals[signal ?? 'SIGKILL']))
  }

  /** Sends a copy of a message; the ports in `transfer` go along. */
  postMessage(message: unknown, transfer: readonly MessagePortMain[] = []): void {
    if (this.#isGone) return
    mustBeCloneable(message)
    this.#wire.sendToProcess(message, takePorts(transfer))
  }

  /** Ends the process in an orderly way; false if it had ended already. */
  kill(): boolean {
    this.#isKilled = !this.#isGone && this.#child.kill('SIGTERM')
    return this.#isKilled
  }

  #send(message: WireMessage): void {
    if (this.#child.connected) this.#child.send(message, () => undefined)
  }

  #end(code: number): void {
    if (this.#isGone) return
    this.#isGone = true
    livingUtilities.delete(this.#living)
    this.#wire.close()
    // As in Electron, a requested end is not a failure.
    this.emit('exit', this.#isKilled ? 0 : code)
  }
}

/** Electron's `utilityProcess`. */
export const utilityProcess = guarded('utilityProcess', {
  /** Starts a module in a process of its own that shares this one's output; only once the app is ready. */
  fork: (modulePath: string, given: string[] = [], options: ForkOptions = {}): UtilityProcess => {
    readyShellState('utilityProcess cannot be created before app is ready')
    if (!isAbsolute(modulePath)) throw new TypeError('Missing UtilityProcess entry script.')
    const { serviceName = 'Node Utility Process', stdio = 'inherit', execArgv = [], ...others } = options
    const [unknown] = [...Object.keys(others), ...(stdio === 'inherit' ? [] : ['stdio'])]
    if (unknown !== undefined || !Array.isArray(given))
      throw notImplemented(`utilityProcess.fork option '${unknown ?? 'without arguments'}'`)
    return new UtilityProcess(modulePath, given, { name: serviceName, flags: execArgv.flatMap(flagsOfV8) })
  },
})

/** The flags in an argument for the executable. Of Chromium's switches only the one that passes flags to V8 is known. */
function flagsOfV8(argument: string): string[] {
  const [, flags] = /^--js-flags=(.+)$/.exec(argument) ?? []
  if (flags === undefined) throw notImplemented(`utilityProcess.fork execArgv '${argument}'`)
  return flags.split(' ')
}
