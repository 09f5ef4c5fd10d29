import { contextBridge, ipcRenderer } from 'electron'

/** Everything the page can reach: one call with its result, and one stream of events. */
const bridge = {
  call: (path: string, input: unknown): Promise<string> =>
    ipcRenderer.invoke('attune:operation', { path, input }),
  onEvent: (listener: (event: unknown) => void): void => {
    // The listener never sees Electron's own event object.
    ipcRenderer.on('attune:event', (_event, payload: unknown) => {
      listener(payload)
    })
  },
}

contextBridge.exposeInMainWorld('attune', bridge)

export type Bridge = typeof bridge
