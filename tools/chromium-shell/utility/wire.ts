import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { hear, post } from './message-port.ts'

/** One message between the main process and a utility process. The end that first sends a port names it. */
export type WireMessage =
  | { to: 'process'; data: unknown; ports: string[] }
  | { to: 'port'; port: string; data: unknown; ports: string[] }
  | { to: 'closed'; port: string }

/**
 * Carries ports over the one connection to another process. A port sent there stays here as Node's own port; the wire
 * forwards its messages under its name, and a new channel represents it there.
 */
export class Wire {
  readonly #send: (message: WireMessage) => void
  readonly #prefix: string
  readonly #ends = new Map<string, MessagePort>()
  #lastPort = 0

  /** `prefix` differs on the two sides, so that their names never collide. */
  constructor(prefix: string, send: (message: WireMessage) => void) {
    this.#prefix = prefix
    this.#send = send
  }

  /** Sends data and ports to the other process itself. */
  sendToProcess(data: unknown, ports: readonly MessagePort[]): void {
    this.#send({ to: 'process', data, ports: this.#name(ports) })
  }

  /** Handles a message from the other process; returns it if it is for the process itself. */
  take(message: WireMessage): { data: unknown; ports: MessagePort[] } | undefined {
    if (message.to === 'closed') this.#ends.get(message.port)?.close()
    else {
      const ports = message.ports.map((name) => {
        const { port1, port2 } = new MessageChannel()
        this.#join(name, port1)
        return port2
      })
      if (message.to === 'process') return { data: message.data, ports }
      const end = this.#ends.get(message.port)
      if (end) post(end, message.data, ports)
    }
    return undefined
  }

  /** Closes every port to the other process, because it has ended. */
  close(): void {
    for (const end of this.#ends.values()) end.close()
  }

  #name(ports: readonly MessagePort[]): string[] {
    return ports.map((port) => {
      const name = `${this.#prefix}${(this.#lastPort += 1)}`
      this.#join(name, port)
      return name
    })
  }

  #join(name: string, port: MessagePort): void {
    this.#ends.set(name, port)
    hear(port, (data, ports) => this.#send({ to: 'port', port: name, data, ports: this.#name(ports) }))
    port.on('close', () => {
      this.#ends.delete(name)
      this.#send({ to: 'closed', port: name })
    })
  }
}
