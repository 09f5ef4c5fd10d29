import { EventEmitter } from 'node:events'
import { deserialize, serialize } from 'node:v8'

import { GuardedEmitter } from '../api/guard.ts'
import type { ChannelEnd, MovedPort } from './wire.ts'

const innards = new WeakMap<object, PortInnards>()

/** Copies a value as `postMessage` does; throws with Electron's words where it can't be copied. */
export function cloned(value: unknown): unknown {
  try {
    return deserialize(serialize(value))
  } catch {
    throw new Error('An object could not be cloned.')
  }
}

class PortInnards implements ChannelEnd {
  peer: ChannelEnd | undefined
  readonly waiting: { data: unknown; ports: MovedPort[] }[] = []
  readonly #emitter: EventEmitter
  state: 'queueing' | 'started' | 'closed' | 'moved' = 'queueing'

  constructor(emitter: EventEmitter) {
    this.#emitter = emitter
  }

  receive(data: unknown, ports: MovedPort[]): void {
    if (this.state === 'started') this.#deliver(data, ports)
    else if (this.state !== 'closed') this.waiting.push({ data, ports })
  }

  start(): void {
    if (this.state !== 'queueing') return
    this.state = 'started'
    for (const { data, ports } of this.waiting.splice(0)) this.#deliver(data, ports)
  }

  peerClosed(): void {
    if (this.state === 'closed') return
    this.peer = undefined
    if (this.state === 'moved') return
    // What was sent before the end went is still delivered first.
    setImmediate(() => {
      if (this.state === 'moved') return
      this.state = 'closed'
      this.#emitter.emit('close')
    })
  }

  #deliver(data: unknown, ports: MovedPort[]): void {
    setImmediate(() => {
      if (this.state !== 'started') return
      this.#emitter.emit('message', { data, ports: ports.map((port) => MessagePortMain.arriving(port)) })
    })
  }
}

/** `MessagePortMain`: one end of a channel. What comes in waits until `start` is called. */
export class MessagePortMain extends GuardedEmitter {
  constructor() {
    super('MessagePortMain', ['message', 'close'])
    innards.set(this, new PortInnards(this))
  }

  /** Makes the port that a moved one becomes where it arrives. */
  static arriving({ peer, waiting }: MovedPort): MessagePortMain {
    const port = new MessagePortMain()
    const inner = innardsOf(port)
    inner.peer = peer
    if (peer) peer.peer = inner
    inner.waiting.push(...waiting)
    if (!peer) inner.peerClosed()
    return port
  }

  /** Joins two fresh ports into a channel. */
  static join(one: MessagePortMain, other: MessagePortMain): void {
    innardsOf(one).peer = innardsOf(other)
    innardsOf(other).peer = innardsOf(one)
  }

  /** Sends a copy of a message to the other end; the ports in `transfer` go along and are of no use here any more. */
  postMessage(message: unknown, transfer: MessagePortMain[] = []): void {
    const inner = innardsOf(this)
    const data = cloned(message)
    if (transfer.includes(this)) throw new Error('Port at index 0 contains the source port')
    inner.peer?.receive(data, movedOut(transfer))
  }

  start(): void {
    innardsOf(this).start()
  }

  close(): void {
    const inner = innardsOf(this)
    if (inner.state === 'closed' || inner.state === 'moved') return
    const { peer } = inner
    inner.peerClosed()
    peer?.peerClosed()
  }
}

/** Takes ports from their owners to be sent elsewhere; throws on what is no port or has gone already. */
export function movedOut(ports: readonly MessagePortMain[]): MovedPort[] {
  const all = ports.map((port, index) => {
    const inner = innards.get(port)
    if (!inner) throw new TypeError(`Port at index ${index} is not a valid port`)
    if (inner.state === 'moved' || inner.state === 'closed')
      throw new Error(`Port at index ${index} is already neutered`)
    return inner
  })
  if (new Set(all).size < all.length) throw new Error('Port at index 1 is a duplicate of an earlier port')
  return all.map((inner) => {
    // It stays joined and keeps what still comes in, until it arrives where it is going.
    inner.state = 'moved'
    return inner
  })
}

/** `MessageChannelMain`: two ports joined to each other. */
export class MessageChannelMain {
  readonly port1 = new MessagePortMain()
  readonly port2 = new MessagePortMain()

  constructor() {
    MessagePortMain.join(this.port1, this.port2)
  }
}

function innardsOf(port: MessagePortMain): PortInnards {
  const inner = innards.get(port)
  if (!inner) throw new TypeError('not a port')
  return inner
}
