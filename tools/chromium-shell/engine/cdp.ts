import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'

// Playwright types its own conversations in the DevTools protocol; the shell's have the same shape.
import type { CDPSession } from '@playwright/test'

/** One conversation with Chromium: with the browser itself, or with one page of it. */
export type CdpSession = {
  /** Sends a command; rejects with Chromium's message, or when the connection ends. */
  send: CDPSession['send']
  /** Sends a command and ignores a failure, for example because the page has just closed. */
  post: (...command: Parameters<CDPSession['send']>) => void
  on: CDPSession['on']
}

type Pending = { method: string; resolve: (result: unknown) => void; reject: (cause: Error) => void }
type Message = {
  id?: number
  method?: string
  params?: unknown
  sessionId?: string
  result?: unknown
  error?: { message: string }
}

/** The connection to Chromium over its debugging pipe: messages are JSON ended by a zero byte. */
export class CdpConnection {
  readonly #pending = new Map<number, Pending>()
  readonly #sessions = new Map<string, EventEmitter>()
  readonly #output: Writable
  #lastId = 0
  #closed = false

  constructor(output: Writable, input: Readable) {
    this.#output = output
    // A write fails if Chromium has just ended; the end of the input reports that too, and the shell acts on it.
    output.on('error', () => this.#end())
    let begun: string[] = []
    input.setEncoding('utf8')
    input.on('data', (chunk: string) => {
      const parts = chunk.split('\0')
      const rest = parts.pop() ?? ''
      for (const part of parts) {
        begun.push(part)
        this.#receive(JSON.parse(begun.join('')))
        begun = []
      }
      if (rest) begun.push(rest)
    })
    input.on('error', () => this.#end())
    input.on('close', () => this.#end())
  }

  /** The conversation named by its id; the empty id is the browser itself. */
  session(id = ''): CdpSession {
    const events = this.#sessions.get(id) ?? new EventEmitter().setMaxListeners(0)
    this.#sessions.set(id, events)
    const send = (method: string, parameters?: object) => this.#send(method, parameters, id)
    // The protocol's typings give the results of commands and the data of events; nothing checks them at run time.
    const typed = { send, on: events.on.bind(events) } as unknown as Pick<CdpSession, 'send' | 'on'>
    return { ...typed, post: (method, parameters) => void send(method, parameters).catch(() => undefined) }
  }

  #send(method: string, parameters: object | undefined, sessionId: string): Promise<unknown> {
    if (this.#closed) return Promise.reject(new Error(`Chromium has ended (${method})`))
    const id = (this.#lastId += 1)
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { method, resolve, reject })
      const message = { id, method, params: parameters ?? {}, ...(sessionId ? { sessionId } : {}) }
      this.#output.write(`${JSON.stringify(message)}\0`)
    })
  }

  #receive(message: Message): void {
    if (message.id === undefined) {
      try {
        this.#sessions.get(message.sessionId ?? '')?.emit(message.method ?? '', message.params)
      } catch (cause) {
        // If one of the app's listeners throws, that is the app's exception; the shell goes on listening.
        queueMicrotask(() => {
          throw cause
        })
      }
      return
    }
    const pending = this.#pending.get(message.id)
    this.#pending.delete(message.id)
    if (message.error) pending?.reject(new Error(`${message.error.message} (${pending.method})`))
    else pending?.resolve(message.result)
  }

  #end(): void {
    this.#closed = true
    for (const { method, reject } of this.#pending.values())
      reject(new Error(`Chromium has ended (${method})`))
    this.#pending.clear()
  }
}
