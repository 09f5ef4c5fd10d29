import type { ValueCodec } from '../engine/structured-clone.ts'
import type { BridgeEnd } from './bridge-end.ts'
import type { WorldLink } from './world-link.ts'

/** What a page says to the main process. */
export type UpwardMessage =
  | { type: 'invoke'; id: number; channel: string; values: unknown[] }
  | { type: 'send'; channel: string; values: unknown[] }
  | { type: 'preload-error'; error: unknown }

/** What the main process says to a page. */
export type DownwardMessage =
  | { type: 'result'; id: number; value: unknown }
  | { type: 'failure'; id: number; message: string }
  | { type: 'event'; channel: string; values: unknown[] }

/** What a preload script is run with. */
export type PreloadScope = {
  require: (name: string) => unknown
  process: object
  module: { exports: object }
}

/**
 * The preload's half: gives the script `require('electron')` with `contextBridge` and `ipcRenderer`, and runs it.
 * Returns the function that takes messages from the main process.
 *
 * It refers to nothing outside itself, because its source text is evaluated in the page.
 */
export function runPreload(options: {
  codec: ValueCodec
  link: WorldLink
  createEnd: (ask: WorldLink['ask']) => BridgeEnd
  sendUp: (text: string) => void
  process: object
  script: (scope: PreloadScope) => void
}): (text: string) => void {
  type Listener = (event: object, ...values: unknown[]) => void
  const { codec, link, createEnd, sendUp, script } = options
  const end = createEnd(link.ask)
  link.listen(end.answer)

  const missing = <T extends object>(name: string, members: T): T =>
    new Proxy(members, {
      get: (target, key) => {
        if (key in target || typeof key === 'symbol' || key === 'then' || key === 'toJSON')
          return Reflect.get(target, key)
        throw new Error(`not implemented in chromium-shell: ${name}.${key}`)
      },
    })
  const up = (message: UpwardMessage): void => sendUp(codec.encode(message))

  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (cause: Error) => void }>()
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>()
  let lastId = 0

  const add = (channel: string, listener: Listener, once: boolean): object => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }])
    return ipcRenderer
  }
  const remove = (channel: string, listener: Listener): object => {
    const before = listeners.get(channel) ?? []
    const index = before.findLastIndex((entry) => entry.listener === listener)
    listeners.set(channel, index < 0 ? before : before.toSpliced(index, 1))
    return ipcRenderer
  }
  const ipcRenderer: object = missing('ipcRenderer', {
    invoke: async (channel: string, ...values: unknown[]) => {
      const id = (lastId += 1)
      return new Promise((resolve, reject) => {
        up({ type: 'invoke', id, channel, values })
        waiting.set(id, { resolve, reject })
      })
    },
    send: (channel: string, ...values: unknown[]) => up({ type: 'send', channel, values }),
    on: (channel: string, listener: Listener) => add(channel, listener, false),
    addListener: (channel: string, listener: Listener) => add(channel, listener, false),
    once: (channel: string, listener: Listener) => add(channel, listener, true),
    off: remove,
    removeListener: remove,
    removeAllListeners: (channel?: string) => {
      if (channel === undefined) listeners.clear()
      else listeners.delete(channel)
      return ipcRenderer
    },
    listenerCount: (channel: string) => listeners.get(channel)?.length ?? 0,
  })
  const contextBridge = missing('contextBridge', {
    exposeInMainWorld: (key: string, api: unknown) => {
      const answer = link.ask({ type: 'expose', key, api: end.pack(api) })
      if (!answer.ok) throw end.unpack(answer.value)
    },
  })
  const electron = missing('electron (in a preload)', { contextBridge, ipcRenderer })
  const require = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron
    throw new Error(`module not found: ${name}`)
  }

  try {
    script({ require, process: options.process, module: { exports: {} } })
  } catch (cause) {
    const error = cause instanceof Error ? cause : new Error(String(cause))
    console.error('Unable to load preload script', error)
    up({ type: 'preload-error', error })
  }

  return (text) => {
    // The main process writes this text with the same codec, and writes this shape.
    const message = codec.decode(text) as DownwardMessage
    if (message.type === 'event') {
      const event = { sender: ipcRenderer, ports: [] }
      for (const { listener, once } of listeners.get(message.channel) ?? []) {
        if (once) remove(message.channel, listener)
        listener(event, ...message.values)
      }
      return
    }
    const answer = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.type === 'result') answer?.resolve(message.value)
    else answer?.reject(new Error(message.message))
  }
}
