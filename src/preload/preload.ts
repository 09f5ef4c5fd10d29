import { contextBridge, ipcRenderer } from 'electron'
import { askFirstQuestions } from './first-answers.ts'
import { createVaultPort, isServedByMain } from './vault-port.ts'

const vault = createVaultPort(() => ipcRenderer.invoke('attune:connect'))
ipcRenderer.on('attune:port', ({ ports: [port] }) => port && vault.take(port))

const toMain = (path: string, input: unknown) => ipcRenderer.invoke('attune:operation', { path, input })
const ask = askFirstQuestions((path, input) =>
  isServedByMain(path) ? toMain(path, input) : vault.call({ path, input }),
)

/** Everything the page can reach: one call with its result, and one stream of events. */
const bridge = {
  call: (path: string, input: unknown): Promise<string> => ask(path, input),
  // The listener never sees Electron's own event object.
  onEvent: (listener: (event: unknown) => void): void =>
    void ipcRenderer.on('attune:event', (_event, payload: unknown) => listener(payload)),
}

contextBridge.exposeInMainWorld('attune', bridge)

export type Bridge = typeof bridge
