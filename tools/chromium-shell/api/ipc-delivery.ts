import type { Frame } from '../engine/frames.ts'
import type { Page } from '../engine/page.ts'
import type { UpwardMessage } from '../page/preload-world.ts'
import { createEvent } from './event.ts'
import { ipcMain } from './ipc-main.ts'
import type { WebContents } from './web-contents.ts'
import type { WebFrameMain } from './web-frame-main.ts'

/** Hands what a frame's preload says to the app's listeners and handlers, and the handlers' outcomes back. */
export function deliver(
  message: UpwardMessage,
  where: { contents: WebContents; page: Page; frame: Frame; senderFrame: WebFrameMain },
): void {
  const { contents, page, frame, senderFrame } = where
  const base = {
    type: 'frame',
    sender: contents,
    senderFrame,
    frameId: senderFrame.routingId,
    processId: senderFrame.processId,
  }
  if (message.type === 'preload-error') {
    contents.emit('preload-error', createEvent(), contents.preloadPath, message.error)
    return
  }
  if (message.type === 'send') {
    const { channel, values } = message
    const reply = (replyChannel: string, ...replies: unknown[]) => senderFrame.send(replyChannel, ...replies)
    const event = createEvent({ ...base, ports: [], reply, returnValue: undefined })
    contents.emit('ipc-message', event, channel, ...values)
    contents.ipc.emit(channel, event, ...values)
    ipcMain.emit(channel, event, ...values)
    return
  }
  const { id, channel, values } = message
  const handler = contents.ipc.handlers.get(channel) ?? ipcMain.handlers.get(channel)
  const run = async (): Promise<unknown> => {
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return handler(createEvent(base), ...values)
  }
  run()
    .then((value) => page.sendDown(frame, { type: 'result', id, value }))
    .catch((cause: unknown) => {
      console.error(`Error occurred in handler for '${channel}':`, cause)
      const text = `Error invoking remote method '${channel}': ${String(cause)}`
      page.sendDown(frame, { type: 'failure', id, message: text })
    })
}
