import { registerHooks } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { GuardedEmitter, notImplemented } from '../guard.ts'
import { MessagePortMain, mustBeCloneable } from './message-port.ts'
import { Wire, type WireMessage } from './wire.ts'

const [node = process.execPath, , modulePath = '', ...given] = process.argv
const send = process.send?.bind(process)
if (!send) throw new Error('a utility process is started by utilityProcess.fork only')
const wire = new Wire('utility-', (message) => void send(message))

/** `process.parentPort` of a utility process. Node holds messages until there is a listener for `message`. */
class ParentPort extends GuardedEmitter {
  constructor() {
    super('ParentPort', ['message'])
    const take = (message: unknown): void => {
      // Only the main process's half of the wire writes to this channel.
      const taken = wire.take(message as WireMessage)
      if (!taken) return
      this.emit('message', { data: taken.data, ports: taken.ports.map((port) => new MessagePortMain(port)) })
    }
    this.on('newListener', (event) => {
      if (event === 'message' && process.listenerCount('message') === 0) process.on('message', take)
    })
  }

  /** Sends a copy of a message to the main process. */
  postMessage(message: unknown): void {
    mustBeCloneable(message)
    wire.sendToProcess(message, [])
  }
}

// A utility process never outlives the app.
process.on('disconnect', () => process.exit(1))
registerHooks({
  resolve: (specifier, context, next) => {
    if (/^electron(\/|$)/.test(specifier)) throw notImplemented(`${specifier} in a utility process`)
    return next(specifier, context)
  },
})

process.argv = [node, resolve(modulePath), ...given]
// Children of the utility process start without the shell's options.
process.execArgv = []
Object.defineProperty(process, 'parentPort', { value: new ParentPort(), enumerable: true })
Object.defineProperty(process, 'type', { value: 'utility', enumerable: true })
const version = process.env['CHROMIUM_SHELL_VERSION'] ?? ''
Object.defineProperty(process.versions, 'electron', { value: version, enumerable: true })
delete process.env['CHROMIUM_SHELL_VERSION']
// In Electron there is no Node channel to the parent, only parentPort.
Object.defineProperty(process, 'send', { value: undefined })

await import(pathToFileURL(resolve(modulePath)).href)
