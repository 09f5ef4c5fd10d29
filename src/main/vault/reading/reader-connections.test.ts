import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'
import { createReader } from './reader.ts'
import { createReaderConnections } from './reader-connections.ts'

const file = { name: 'a.ris', text: 'TY  - JOUR\nTI  - One\nER  - \n' }

/** Main's side: starts a reader at once, and ends it when it is no longer needed. */
function connections() {
  const released: number[] = []
  const ports = new Map<number, EventEmitter>()
  const made = createReaderConnections({
    ask: (id) => {
      const port = Object.assign(new EventEmitter(), { start: () => undefined, postMessage: () => undefined })
      ports.set(id, port)
      queueMicrotask(() => made.accept(id, port))
    },
    release: (id) => {
      released.push(id)
      ports.get(id)?.emit('close')
    },
  })
  return { ...made, released, ports }
}

test('fault 126: every reader under way is ended when its page is gone, and none twice', async () => {
  const { connect, endAll, released, ports } = connections()
  const first = createReader({ connect }).readRecords(file)
  const second = createReader({ connect }).readRecords(file)
  const failed = Promise.all(
    [first, second].map((one) => expect(one).rejects.toMatchObject({ code: 'reading-failed' })),
  )
  await vi.waitFor(() => expect(ports.size).toBe(2))
  await new Promise((resolve) => setImmediate(resolve))
  endAll()
  await failed
  expect(new Set(released)).toEqual(new Set([1, 2]))
  const before = released.length
  endAll()
  expect(released).toHaveLength(before)
})

test('a reader that was asked for just before is ended too', () => {
  const released: number[] = []
  const { connect, endAll } = createReaderConnections({
    ask: () => undefined,
    release: (id) => released.push(id),
  })
  void connect()
  endAll()
  expect(released).toEqual([1])
})
