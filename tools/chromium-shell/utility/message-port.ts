import { serialize } from 'node:v8'
import { MessageChannel, type MessagePort } from 'node:worker_threads'

import { GuardedEmitter } from '../api/guard.ts'

/** Throws, with Electron's words, where a value can't be copied to another process. */
export function mustBeCloneable(value: unknown): void {
  try {
    serialize(value)
  } catch {
    throw new Error('An object could not be cloned.')
  }
}

const started = new WeakSet<MessagePort>()

/** Hears what comes out of one of Node's own ports; what waits in it comes at once. */
export function hear(port: MessagePort, listener: (data: unknown, ports: MessagePort[]) => void): void {
  started.add(port)
  port.addEventListener('message', (event) => {
    // The ports that come along are left out of Node's typings.
    const { data, ports } = event as Event & { data: unknown; ports: MessagePort[] }
    listener(data, ports)
  })
}

/** Node's own port within a `MessagePortMain` that has not been sent elsewhere. */
const ownPorts = new WeakMap<object, MessagePort>()

/**
 * `MessagePortMain`: one end of a channel, on top of Node's own. What comes in waits until `start` is called, and
 * `close` comes after what was sent before.
 */
export class MessagePortMain extends GuardedEmitter {
  constructor(port: MessagePort) {
    super('MessagePortMain', ['message', 'close'])
    ownPorts.set(this, port)
    port.on('close', () => this.emit('close'))
    port.unref()
  }

  /** Sends a copy of a message to the other end; the ports in `transfer` go along and are of no use here any more. */
  postMessage(message: unknown, transfer: readonly MessagePortMain[] = []): void {
    mustBeCloneable(message)
    if (transfer.includes(this)) throw new Error('Port at index 0 contains the source port')
    // A port that has been sent elsewhere says nothing, as in Electron.
    ownPorts.get(this)?.postMessage(message, takePorts(transfer))
  }

  start(): void {
    const port = ownPorts.get(this)
    if (port && !started.has(port))
      hear(port, (data, ports) =>
        this.emit('message', { data, ports: ports.map((each) => new MessagePortMain(each)) }),
      )
  }

  close(): void {
    ownPorts.get(this)?.close()
  }
}

/** Takes Node's own ports out of ports to send them elsewhere; throws on what is no port or has gone already. */
export function takePorts(ports: readonly MessagePortMain[]): MessagePort[] {
  return ports.map((port, index) => {
    const own = ownPorts.get(port)
    if (!own) throw new Error(`Port at index ${index} is already neutered`)
    ownPorts.delete(port)
    return own.removeAllListeners('close')
  })
}

/** `MessageChannelMain`: two ports joined to each other. */
export class MessageChannelMain {
  readonly port1: MessagePortMain
  readonly port2: MessagePortMain

  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.port1 = new MessagePortMain(port1)
    this.port2 = new MessagePortMain(port2)
  }
}
