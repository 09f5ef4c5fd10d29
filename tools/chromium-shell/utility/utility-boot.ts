import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import { ParentPort } from './parent-port.ts'
import type { WireMessage } from './wire.ts'

const [node = process.execPath, , modulePath = '', ...given] = process.argv
const send = process.send?.bind(process)
if (!send) throw new Error('a utility process is started by utilityProcess.fork only')

const parentPort = new ParentPort((message) => void send(message))
process.on('message', (message) => {
  // Only the main process's half of the wire writes to this channel.
  parentPort.take(message as WireMessage)
})
// A utility process never outlives the app.
process.on('disconnect', () => process.exit(1))

process.argv = [node, resolve(modulePath), ...given]
Object.defineProperty(process, 'parentPort', { value: parentPort, enumerable: true })
Object.defineProperty(process, 'type', { value: 'utility', enumerable: true })
Object.defineProperty(process.versions, 'electron', {
  value: process.env['CHROMIUM_SHELL_VERSION'] ?? '',
  enumerable: true,
})
delete process.env['CHROMIUM_SHELL_VERSION']
// In Electron there is no Node channel to the parent, only parentPort.
Object.defineProperty(process, 'send', { value: undefined })

await import(pathToFileURL(resolve(modulePath)).href)
