import { registerHooks } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import { GuardedEmitter, notImplemented } from '../api/guard.ts'
import { MessagePortMain, mustBeCloneable } from './message-port.ts'
import { Wire, type WireMessage } from './wire.ts'

/** `process.parentPort` of a utility process. What comes in waits until somebody listens for `message`. */
class ParentPort extends GuardedEmitter {
  readonly #wire: Wire
  readonly #waiting: object[] = []

  constructor(send: (message: WireMessage) => void) {
    super('ParentPort', ['message'])
    this.#wire = new Wire('utility-', send)
    this.on('newListener', (event) => {
      if (event === 'message') setImmediate(() => this.#flush())
    })
  }

  /** Sends a copy of a message to the main process. */
  postMessage(message: unknown): void {
    mustBeCloneable(message)
    this.#wire.sendToProcess(message, [])
  }

  /** Takes what came from the main process. */
  take(message: WireMessage): void {
    const taken = this.#wire.take(message)
    if (!taken) return
    this.#waiting.push({ data: taken.data, ports: taken.ports.map((port) => new MessagePortMain(port)) })
    this.#flush()
  }

  #flush(): void {
    if (this.listenerCount('message') === 0) return
    for (const event of this.#waiting.splice(0)) this.emit('message', event)
  }
}

const [node = process.execPath, , modulePath = '', ...given] = process.argv
const send = process.send?.bind(process)
if (!send) throw new Error('a utility process is started by utilityProcess.fork only')

const parentPort = new ParentPort((message) => void send(message))
process.on('message', (message) => {
  // Only the main process's half of the wire writes to this channel.
  parentPort.take(message as WireMessage)
})
// A utility process never outlives the app.
process.on('disconnect', () => process.exit(1))
registerHooks({
  resolve: (specifier, context, next) => {
    if (/^electron(\/|$)/.test(specifier)) throw notImplemented(`${specifier} in a utility process`)
    return next(specifier, context)
  },
})

process.argv = [node, resolve(modulePath), ...given]
// Children of the app's own are started without the shell's options.
process.execArgv = []
Object.defineProperty(process, 'parentPort', { value: parentPort, enumerable: true })
Object.defineProperty(process, 'type', { value: 'utility', enumerable: true })
const version = process.env['CHROMIUM_SHELL_VERSION'] ?? ''
Object.defineProperty(process.versions, 'electron', { value: version, enumerable: true })
delete process.env['CHROMIUM_SHELL_VERSION']
// In Electron there is no Node channel to the parent, only parentPort.
Object.defineProperty(process, 'send', { value: undefined })

await import(pathToFileURL(resolve(modulePath)).href)
