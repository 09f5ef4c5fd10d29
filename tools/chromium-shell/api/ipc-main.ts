import { EventEmitter } from 'node:events'

import { guarded } from './guard.ts'

/** A handler of `ipcMain.handle`. */
export type InvokeHandler = (event: object, ...values: unknown[]) => unknown

/** `IpcMain`: listeners for `send`, one handler per channel for `invoke`. */
export class IpcMain extends EventEmitter {
  readonly handlers = new Map<string, InvokeHandler>()

  /** Registers the handler of a channel; throws if there is one already. */
  handle(channel: string, handler: InvokeHandler): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    if (typeof handler !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`)
    this.handlers.set(channel, handler)
  }

  handleOnce(channel: string, handler: InvokeHandler): void {
    this.handle(channel, (event, ...values) => {
      this.removeHandler(channel)
      return handler(event, ...values)
    })
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel)
  }
}

/** Makes an `IpcMain` whose unknown members throw; its events are channels, so any name will do. */
export function createIpcMain(name: string): IpcMain {
  return guarded(name, new IpcMain())
}

/** Electron's `ipcMain`. */
export const ipcMain = createIpcMain('ipcMain')
