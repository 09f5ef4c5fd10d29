import { EventEmitter } from 'node:events'
import type { Page } from '../engine/page.ts'
import type { UpwardMessage } from '../page/preload-world.ts'
import { guarded } from '../guard.ts'
import { type MessagePortMain, takePorts } from '../utility/message-port.ts'

type InvokeHandler = (event: object, ...values: unknown[]) => unknown

/** `IpcMain`: one handler per channel for `invoke`. It never emits events, because no preload can send. */
class IpcMain extends EventEmitter {
  readonly handlers = new Map<string, InvokeHandler>()

  /** Registers the handler of a channel; throws if there is one already. */
  handle(channel: string, handler: InvokeHandler): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    if (typeof handler !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`)
    this.handlers.set(channel, handler)
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel)
  }
}

/** Electron's `ipcMain`; its events are channels, so any name will do. */
export const ipcMain = guarded('ipcMain', new IpcMain())

/** `WebFrameMain`: the main frame of a page. There is no object for frames within it. */
export type WebFrameMain = {
  /** The frame's address as the app knows it, `app://...`. */
  readonly url: string
  /** Sends a message with ports to the page's preload. */
  readonly postMessage: (channel: string, value: unknown, transfer?: readonly MessagePortMain[]) => void
}

/** Makes the one frame object of a page. */
export function mainFrameOf(page: Page): WebFrameMain {
  const frame: WebFrameMain = {
    get url() {
      return page.url
    },
    postMessage: (channel, value, transfer = []) =>
      page.wire.sendToProcess({ channel, value }, takePorts(transfer)),
  }
  return guarded('WebFrameMain', frame)
}

/** Passes calls of a page's preload to the app's handlers, and returns their results. */
export function deliver(
  message: UpwardMessage,
  contents: { readonly preloadPath: string; readonly mainFrame: WebFrameMain },
  page: Page,
): void {
  if (message.type === 'preload-error') {
    console.error(`Unable to load preload script: ${contents.preloadPath}\n${message.text}`)
    return
  }
  if (message.type === 'wire') return void page.wire.take(message.message)
  const event = guarded('IpcMainInvokeEvent', { sender: contents, senderFrame: contents.mainFrame })
  const { id, channel, values } = message
  new Promise((resolve) => {
    const handler = ipcMain.handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    resolve(handler(event, ...values))
  })
    .then((value) => page.sendDown({ type: 'result', id, value }))
    .catch((cause: unknown) => {
      console.error(`Error occurred in handler for '${channel}':`, cause)
      const text = `Error invoking remote method '${channel}': ${String(cause)}`
      page.sendDown({ type: 'failure', id, message: text })
    })
}
