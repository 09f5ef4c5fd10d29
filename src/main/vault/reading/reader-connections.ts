import type { PortEnd, ToReader } from './reader-messages.ts'
import type { ConnectReader, ReaderConnection } from './reader.ts'

interface ConnectionOptions {
  /** Asks main to start a reader under this number. */
  readonly ask: (id: number) => void
  /** Says that the reader with this number is no longer needed. */
  readonly release: (id: number) => void
}

/** Asks main for readers, because only main can start processes. */
export function createReaderConnections({ ask, release }: ConnectionOptions) {
  let lastId = 0
  const open = new Set<number>()
  const waiting = new Map<number, (connection: ReaderConnection) => void>()

  const end = (id: number): void => {
    open.delete(id)
    release(id)
  }

  const connectionOver = (id: number, port: PortEnd<ToReader>): ReaderConnection => ({
    send: (message) => port.postMessage(message),
    listen: ({ onMessage, onGone }) => {
      port.on('message', ({ data }) => onMessage(data))
      port.on('close', () => {
        open.delete(id)
        onGone()
      })
      port.start()
    },
    end: () => end(id),
  })

  const connect: ConnectReader = () =>
    new Promise((resolve) => {
      lastId += 1
      waiting.set(lastId, resolve)
      open.add(lastId)
      ask(lastId)
    })

  return {
    connect,
    /** Takes the port to a reader that main has started. */
    accept: (id: number, port: PortEnd<ToReader>): void => {
      waiting.get(id)?.(connectionOver(id, port))
      waiting.delete(id)
    },
    /** Ends every reader. Whatever they read fails with `reading-failed`. */
    endAll: (): void => open.forEach(end),
  }
}
