import { EventEmitter } from 'node:events'

/** Runs the app's own reader process under plain Node: its port is the channel of the process that forked it. */
const port = Object.assign(new EventEmitter(), {
  start: () => undefined,
  postMessage: (message: unknown) => process.send?.(message),
})
const parentPort = new EventEmitter()
Object.defineProperty(process, 'parentPort', { value: parentPort })
process.on('message', (data) => port.emit('message', { data }))
process.on('disconnect', () => port.emit('close'))
await import('../../src/main/vault/reader-process.ts')
parentPort.emit('message', { data: null, ports: [port] })
process.send?.('ready')
