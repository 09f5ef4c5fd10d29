import { EventEmitter } from 'node:events'
import type { VaultMessage } from '#shared/contract/vault-messages.ts'

/** One end of a channel: records what it was sent, and lets a test send to it. */
export class FakePort extends EventEmitter {
  readonly given: unknown[] = []
  isClosed = false
  start() {
    return undefined
  }
  postMessage(message: unknown) {
    this.given.push(message)
  }
  close() {
    this.isClosed = true
  }
}

let newestPort = new FakePort()

/** A vault process that says only what a test makes it say. */
export class FakeProcess extends EventEmitter {
  readonly port = newestPort
  readonly commands: unknown[] = []
  readonly ports: unknown[] = []
  isKilled = false
  onCommand = (): void => undefined
  postMessage(command: unknown, ports: unknown[] = []) {
    this.commands.push(command)
    this.onCommand()
    this.ports.push(...ports)
  }
  kill() {
    this.isKilled = true
    this.end()
  }
  end() {
    this.emit('exit', 0)
  }
  says(message: VaultMessage | { kind: 'nonsense' }) {
    this.port.emit('message', { data: message })
  }
}

/** The processes that were started and the channels that were made, the newest last. */
export const made: { processes: FakeProcess[]; channels: MessageChannelMain[] } = {
  processes: [],
  channels: [],
}

/** The most recently started process. */
export function newest(): FakeProcess {
  const child = made.processes.at(-1)
  if (!child) throw new Error('no process was started')
  return child
}

/** Electron's channel; a process that is started next uses the first end of the newest one. */
export class MessageChannelMain {
  readonly port1 = newestPort
  readonly port2 = new FakePort()
  constructor() {
    newestPort = new FakePort()
    made.channels.push(this)
  }
}

/** Electron's module for starting processes. */
export const utilityProcess = {
  fork: (): FakeProcess => {
    newestPort = new FakePort()
    const child = new FakeProcess()
    made.processes.push(child)
    return child
  },
}
