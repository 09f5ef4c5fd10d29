import type { TextCodec } from './text-codec.ts'
import type { createBridge } from './bridge.ts'
import type { WireMessage } from '../utility/wire.ts'

/** A message from a page to the main process. */
export type UpwardMessage =
  | { type: 'invoke'; id: number; channel: string; values: unknown[] }
  | { type: 'wire'; message: WireMessage }
  | { type: 'preload-error'; text: string }

/** A message from the main process to a page. */
export type DownwardMessage =
  | { type: 'result'; id: number; value: unknown }
  | { type: 'failure'; id: number; message: string }
  | { type: 'event'; channel: string; values: unknown[] }
  | { type: 'wire'; message: WireMessage }

type Listener = (event: object, ...values: unknown[]) => void

/**
 * The preload's half: gives the script `require('electron')` with `contextBridge` and `ipcRenderer`, and runs it.
 * Returns the function that takes messages from the main process.
 *
 * It refers to nothing outside itself, because its source text is evaluated in the page.
 */
export function runPreload(options: {
  codec: TextCodec
  bridge: ReturnType<typeof createBridge>
  sendUp: (text: string) => void
  script: (scope: { require: (name: string) => unknown; module: { exports: object } }) => void
}): (text: string) => void {
  const { codec, bridge, sendUp, script } = options
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
  const listeners = new Map<string, Listener[]>()
  let lastId = 0

  const ipcRenderer: object = missing('ipcRenderer', {
    invoke: async (channel: string, ...values: unknown[]) => {
      const id = (lastId += 1)
      return new Promise((resolve, reject) => {
        up({ type: 'invoke', id, channel, values })
        waiting.set(id, { resolve, reject })
      })
    },
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return ipcRenderer
    },
  })
  const contextBridge = missing('contextBridge', { exposeInMainWorld: bridge.expose })
  const electron = missing('electron (in a preload)', { contextBridge, ipcRenderer })
  const require = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron
    throw new Error(`module not found: ${name}`)
  }

  try {
    script({ require, module: { exports: {} } })
  } catch (cause) {
    console.error('Unable to load preload script', cause)
    up({ type: 'preload-error', text: cause instanceof Error ? `${cause.stack}` : String(cause) })
  }

  const emit = (channel: string, values: unknown[], ports: MessagePort[]): void => {
    const event = missing('IpcRendererEvent', { sender: ipcRenderer, ports })
    for (const listener of listeners.get(channel) ?? []) listener(event, ...values)
  }

  const ends = new Map<string, MessagePort>()
  /** Makes a port that stands for one of the main process, which sends it under this name. */
  const portFor = (port: string): MessagePort => {
    const { port1, port2 } = new MessageChannel()
    // Chromium's own ports don't report that the other end was closed; Electron's do.
    const close = () => void (ends.delete(port) && up({ type: 'wire', message: { to: 'closed', port } }))
    port1.addEventListener('close', () => ends.delete(port) && port2.dispatchEvent(new Event('close')))
    // Electron's ports send at once; one of Chromium's own would hand the message over in a later task of the page.
    const postMessage = (data: unknown): void => {
      if (ends.has(port)) up({ type: 'wire', message: { to: 'port', port, data, ports: [] } })
    }
    port1.start()
    ends.set(port, port1)
    return Object.assign(port2, { close, postMessage })
  }
  const takeFromWire = (message: WireMessage): void => {
    if (message.to === 'closed') return void ends.get(message.port)?.dispatchEvent(new Event('close'))
    if (message.to === 'port') return ends.get(message.port)?.postMessage(message.data)
    // `WebFrameMain.postMessage` writes this shape.
    const { channel, value } = message.data as { channel: string; value: unknown }
    emit(channel, [value], message.ports.map(portFor))
  }

  return (text) => {
    // The main process writes this shape with the same codec.
    const message = codec.decode(text) as DownwardMessage
    if (message.type === 'event') return emit(message.channel, message.values, [])
    if (message.type === 'wire') return takeFromWire(message.message)
    const answer = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.type === 'result') answer?.resolve(message.value)
    else answer?.reject(new Error(message.message))
  }
}
