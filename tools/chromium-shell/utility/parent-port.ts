import { GuardedEmitter } from '../api/guard.ts'
import { cloned, MessagePortMain } from './message-port.ts'
import { Wire, type WireMessage } from './wire.ts'

/** `process.parentPort` of a utility process. What comes in waits until somebody listens for `message`. */
export class ParentPort extends GuardedEmitter {
  readonly #wire: Wire
  readonly #waiting: object[] = []

  constructor(send: (message: WireMessage) => void) {
    super('parentPort', ['message'])
    this.#wire = new Wire('utility-', send)
    this.on('newListener', (event) => {
      if (event === 'message') setImmediate(() => this.#flush())
    })
  }

  /** Sends a copy of a message to the main process. */
  postMessage(message: unknown): void {
    this.#wire.sendToProcess(cloned(message), [])
  }

  /** Takes what came from the main process. */
  take(message: WireMessage): void {
    const taken = this.#wire.take(message)
    if (!taken) return
    this.#waiting.push({ data: taken.data, ports: taken.ports.map((port) => MessagePortMain.arriving(port)) })
    this.#flush()
  }

  #flush(): void {
    if (this.listenerCount('message') === 0) return
    for (const event of this.#waiting.splice(0)) this.emit('message', event)
  }
}
