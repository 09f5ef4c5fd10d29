import { serialize } from 'node:v8'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { GuardedEmitter } from '../guard.ts'

/** Throws Electron's error if a value can't be copied to another process. */
export function mustBeCloneable(value: unknown): void {
  try {
    serialize(value)
  } catch {
    throw new Error('An object could not be cloned.')
  }
}

const started = new WeakSet<MessagePort>()

/** What crosses between two of Node's own ports: a message, and the ports that are sent with it. */
type Parcel = { readonly data: unknown; readonly ports: readonly MessagePort[] }

/** Sends a message through one of Node's own ports, for `hear` at its other end. */
export function post(port: MessagePort, data: unknown, ports: readonly MessagePort[]): void {
  port.postMessage({ data, ports } satisfies Parcel, ports)
}

/**
 * Listens to what `post` sends through one of Node's own ports; waiting messages arrive at once. An event in the web's
 * form would have Node load all that its `fetch` needs, which takes a process 25 ms.
 */
export function hear(
  port: MessagePort,
  listener: (data: unknown, ports: readonly MessagePort[]) => void,
): void {
  started.add(port)
  port.on('message', ({ data, ports }: Parcel) => listener(data, ports))
}

/** Node's own port within a `MessagePortMain` that has not been sent elsewhere. */
const ownPorts = new WeakMap<object, MessagePort>()

/**
 * `MessagePortMain`: one end of a channel, on top of Node's own. Incoming messages wait until `start` is called, and
 * `close` comes after earlier messages.
 */
export class MessagePortMain extends GuardedEmitter {
  constructor(port: MessagePort) {
    super('MessagePortMain', ['message', 'close'])
    ownPorts.set(this, port)
    port.on('close', () => this.emit('close'))
    port.unref()
  }

  /** Sends a copy of a message to the other end with the ports in `transfer`, which can't be used here any more. */
  postMessage(message: unknown, transfer: readonly MessagePortMain[] = []): void {
    mustBeCloneable(message)
    if (transfer.includes(this)) throw new Error('Port at index 0 contains the source port')
    // As in Electron, a port that was sent elsewhere sends nothing.
    const port = ownPorts.get(this)
    if (port) post(port, message, takePorts(transfer))
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

/** Takes Node's own ports out of ports, to send them elsewhere. Throws for other values and for ports sent before. */
export function takePorts(ports: readonly MessagePortMain[]): MessagePort[] {
  return ports.map((port, index) => {
    const own = ownPorts.get(port)
    if (!own) throw new Error(`Port at index ${index} is already neutered`)
    ownPorts.delete(port)
    return own.removeAllListeners('close')
  })
}

/** `MessageChannelMain`: two connected ports. */
export class MessageChannelMain {
  readonly port1: MessagePortMain
  readonly port2: MessagePortMain

  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.port1 = new MessagePortMain(port1)
    this.port2 = new MessagePortMain(port2)
  }
}
