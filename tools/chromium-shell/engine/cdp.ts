import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'

import type { CommandName, CommandParameters, CommandResult, EventName, EventPayload } from './protocol.ts'

type Pending = { method: string; resolve: (result: unknown) => void; reject: (cause: Error) => void }
type Message = {
  id?: number
  method?: string
  params?: unknown
  sessionId?: string
  result?: unknown
  error?: { message: string }
}

/** One conversation with Chromium: with the browser itself, or with one page of it. */
export type CdpSession = {
  readonly id: string
  /** Sends a command; rejects with Chromium's message, or when the connection ends. */
  send: <Name extends CommandName>(
    method: Name,
    parameters?: CommandParameters<Name>,
  ) => Promise<CommandResult<Name>>
  /** Sends a command whose failure means nothing, say because the page has just gone. */
  post: <Name extends CommandName>(method: Name, parameters?: CommandParameters<Name>) => void
  on: <Name extends EventName>(event: Name, listener: (payload: EventPayload<Name>) => void) => void
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
    // A write can meet a Chromium that has just gone; the end of the input says the same and is what is acted on.
    output.on('error', () => this.#end())
    let chunks: string[] = []
    input.setEncoding('utf8')
    input.on('data', (chunk: string) => {
      const parts = chunk.split('\0')
      const rest = parts.pop() ?? ''
      for (const part of parts) {
        chunks.push(part)
        const text = chunks.join('')
        chunks = []
        this.#receive(JSON.parse(text))
      }
      if (rest) chunks.push(rest)
    })
    input.on('error', () => this.#end())
    input.on('close', () => this.#end())
  }

  /** The conversation named by its id; the empty id is the browser itself. */
  session(id = ''): CdpSession {
    let events = this.#sessions.get(id)
    if (!events) {
      events = new EventEmitter()
      events.setMaxListeners(0)
      this.#sessions.set(id, events)
    }
    const emitter = events
    const send = <Name extends CommandName>(
      method: Name,
      parameters?: CommandParameters<Name>,
    ): Promise<CommandResult<Name>> => this.#send(method, parameters, id)
    return {
      id,
      send,
      post: (method, parameters) => void send(method, parameters).catch(() => undefined),
      on: (event, listener) => void emitter.on(event, listener),
    }
  }

  /** Forgets a conversation that Chromium has ended; what still waits in it is left to Chromium's own error answer. */
  forget(id: string): void {
    this.#sessions.get(id)?.removeAllListeners()
    this.#sessions.delete(id)
  }

  #send<Name extends CommandName>(
    method: Name,
    parameters: CommandParameters<Name> | undefined,
    sessionId: string,
  ): Promise<CommandResult<Name>> {
    if (this.#closed) return Promise.reject(new Error(`Chromium has ended (${method})`))
    const id = (this.#lastId += 1)
    return new Promise((resolve, reject) => {
      // The protocol's own typings say what this command answers; nothing can check it but Chromium.
      const settle = (result: unknown) => resolve(result as CommandResult<Name>)
      this.#pending.set(id, { method, resolve: settle, reject })
      const message = { id, method, params: parameters ?? {}, ...(sessionId ? { sessionId } : {}) }
      this.#output.write(`${JSON.stringify(message)}\0`)
    })
  }

  #receive(message: Message): void {
    if (message.id === undefined) {
      if (message.method) this.#sessions.get(message.sessionId ?? '')?.emit(message.method, message.params)
      return
    }
    const pending = this.#pending.get(message.id)
    this.#pending.delete(message.id)
    if (message.error) pending?.reject(new Error(`${message.error.message} (${pending.method})`))
    else pending?.resolve(message.result)
  }

  #end(): void {
    if (this.#closed) return
    this.#closed = true
    for (const { method, reject } of this.#pending.values())
      reject(new Error(`Chromium has ended (${method})`))
    this.#pending.clear()
  }
}
