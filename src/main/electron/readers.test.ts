import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createReaders } from './readers.ts'

class FakeProcess extends EventEmitter {
  readonly given: unknown[] = []
  kills = 0
  readonly started: unknown[]
  constructor(started: unknown[]) {
    super()
    this.started = started
  }
  postMessage(message: unknown, ports: unknown) {
    this.given.push([message, ports])
  }
  kill() {
    this.kills += 1
  }
}

const electron: { processes: FakeProcess[] } = { processes: [] }

vi.mock('electron', () => ({
  MessageChannelMain: class {
    readonly port1 = 'the vault’s end'
    readonly port2 = 'the reader’s end'
  },
  utilityProcess: {
    fork: (...given: unknown[]) => {
      const started = new FakeProcess(given)
      electron.processes.push(started)
      return started
    },
  },
}))

beforeEach(() => {
  vi.useFakeTimers()
  electron.processes = []
})
afterEach(() => {
  vi.useRealTimers()
})

test('a reader is started with a port and nothing else: no path, no key', () => {
  const port = createReaders('/app/reader-process.js').start(1)
  const [reader] = electron.processes
  expect(port).toBe('the vault’s end')
  expect(reader?.started).toEqual([
    '/app/reader-process.js',
    [],
    { serviceName: 'Attune reader', stdio: 'inherit' },
  ])
  expect(reader?.given).toEqual([[null, ['the reader’s end']]])
})

test('each reader is ended by its number, or all at once', () => {
  const readers = createReaders('entry')
  for (const id of [1, 2, 3]) readers.start(id)
  readers.end(2)
  const kills = () => electron.processes.map((reader) => reader.kills)
  expect(kills()).toEqual([0, 1, 0])
  electron.processes[1]?.emit('exit', 0)
  readers.end(2)
  readers.endAll()
  expect(kills()).toEqual([1, 1, 1])
})

test('fault 82: a reader that nobody ends is ended within a minute', () => {
  createReaders('entry').start(1)
  vi.advanceTimersByTime(54_000)
  expect(electron.processes[0]?.kills).toBe(0)
  vi.advanceTimersByTime(5_000)
  expect(electron.processes[0]?.kills).toBe(1)
})
