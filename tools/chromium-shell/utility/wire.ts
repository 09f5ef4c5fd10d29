/** One message between the main process and a utility process; ports are named by the end that first moved them. */
export type WireMessage =
  | { to: 'process'; data: unknown; ports: string[] }
  | { to: 'port'; port: string; data: unknown; ports: string[] }
  | { to: 'closed'; port: string }

/** Something at the end of a channel: a port in this process, or the way to one in another. */
export type ChannelEnd = {
  peer: ChannelEnd | undefined
  receive: (data: unknown, ports: MovedPort[]) => void
  peerClosed: () => void
}

/** A port that has left its owner and not yet arrived: an end that keeps what comes in. */
export type MovedPort = ChannelEnd & { waiting: { data: unknown; ports: MovedPort[] }[] }

/** Carries ports over the one connection to another process. */
export class Wire {
  readonly #send: (message: WireMessage) => void
  readonly #prefix: string
  readonly #ends = new Map<string, ChannelEnd>()
  #lastPort = 0

  /** `prefix` differs on the two sides, so that the names they give never meet. */
  constructor(prefix: string, send: (message: WireMessage) => void) {
    this.#prefix = prefix
    this.#send = send
  }

  /** Sends data to the other process itself. */
  sendToProcess(data: unknown, ports: MovedPort[]): void {
    this.#send({ to: 'process', data, ports: ports.map((port) => this.#moveOut(port)) })
    this.#flush()
  }

  /** Takes a message from the other process; what is meant for the process itself is handed back. */
  take(message: WireMessage): { data: unknown; ports: MovedPort[] } | undefined {
    if (message.to === 'closed') {
      this.#ends.get(message.port)?.peer?.peerClosed()
      this.#ends.delete(message.port)
      return undefined
    }
    const ports = message.ports.map((name) => this.#moveIn(name))
    if (message.to === 'process') return { data: message.data, ports }
    this.#ends.get(message.port)?.peer?.receive(message.data, ports)
    return undefined
  }

  /** Tells every port that led to the other process that it is gone. */
  close(): void {
    for (const end of this.#ends.values()) end.peer?.peerClosed()
    this.#ends.clear()
  }

  readonly #unsent: (() => void)[] = []

  #moveOut({ peer, waiting }: MovedPort): string {
    const name = `${this.#prefix}${(this.#lastPort += 1)}`
    const end = this.#endFor(name)
    end.peer = peer
    if (peer) peer.peer = end
    // What the port held goes after the message that carries the port, or the other side would not know it.
    this.#unsent.push(() => {
      for (const { data, ports } of waiting) end.receive(data, ports)
      if (!peer) end.peerClosed()
    })
    return name
  }

  #flush(): void {
    for (const send of this.#unsent.splice(0)) send()
  }

  #moveIn(name: string): MovedPort {
    const peer = this.#endFor(name)
    const port: MovedPort = {
      peer,
      waiting: [],
      receive: (data, ports) => void port.waiting.push({ data, ports }),
      peerClosed: () => {
        port.peer = undefined
      },
    }
    peer.peer = port
    return port
  }

  #endFor(name: string): ChannelEnd {
    const end: ChannelEnd = {
      peer: undefined,
      receive: (data, ports) => {
        this.#send({ to: 'port', port: name, data, ports: ports.map((port) => this.#moveOut(port)) })
        this.#flush()
      },
      peerClosed: () => {
        if (this.#ends.delete(name)) this.#send({ to: 'closed', port: name })
      },
    }
    this.#ends.set(name, end)
    return end
  }
}
