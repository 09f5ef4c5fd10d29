import { contextBridge, ipcRenderer } from 'electron'
import { askFirstQuestions } from './first-answers.ts'
import { createVaultPort, isServedByMain } from './vault-port.ts'

const vault = createVaultPort(() => ipcRenderer.invoke('attune:connect'))
ipcRenderer.on('attune:port', ({ ports: [port] }) => port && vault.take(port))

const ask = askFirstQuestions((path, input) =>
  isServedByMain(path)
    ? ipcRenderer.invoke('attune:operation', { path, input })
    : vault.call({ path, input }),
)

/** Everything the page can reach: one call with its result, and one stream of events. */
const bridge = {
  call: (path: string, input: unknown): Promise<string> => ask(path, input),
  onEvent: (listener: (event: unknown) => void): void => {
    // The listener never sees Electron's own event object.
    ipcRenderer.on('attune:event', (_event, payload: unknown) => {
      listener(payload)
    })
  },
}

contextBridge.exposeInMainWorld('attune', bridge)

export type Bridge = typeof bridge
