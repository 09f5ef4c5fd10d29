import { EventEmitter } from 'node:events'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Result } from '#shared/contract/result.ts'
import type { Request } from '#shared/contract/wire.ts'
import { createPageRequests } from './page-requests.ts'

/** The page's port as the vault process sees it. */
class FakePort extends EventEmitter {
  readonly sent: unknown[] = []
  isClosed = false
  start() {
    return undefined
  }
  postMessage(message: unknown) {
    this.sent.push(message)
  }
  close() {
    this.isClosed = true
  }
  asks(id: number, path = 'clients.list') {
    this.emit('message', { data: { id, request: { path, input: undefined } } })
  }
}

function requests({ isSlow = false } = {}) {
  const routed: string[] = []
  const working: boolean[] = []
  const pages = { gone: 0 }
  const held: (() => void)[] = []
  const page = createPageRequests({
    route: async ({ path }: Request): Promise<Result> => {
      routed.push(path)
      if (isSlow) await new Promise<void>((resolve) => void held.push(resolve))
      return { ok: true, value: path }
    },
    onWorking: (isWorking) => working.push(isWorking),
    onPageGone: () => {
      pages.gone += 1
    },
  })
  const port = new FakePort()
  page.connect(port)
  return {
    page,
    port,
    routed,
    working,
    pages,
    answerAll: () => held.splice(0).forEach((resolve) => resolve()),
  }
}

const answer = (id: number, value = 'clients.list') => ({
  kind: 'answer',
  id,
  result: JSON.stringify({ ok: true, value }),
})
const refusal = (id: number, code: string) => ({
  kind: 'answer',
  id,
  result: JSON.stringify({ ok: false, code, places: [] }),
})

test('each request is answered under its number, and main hears only that the vault works', async () => {
  const { port, working } = requests()
  port.asks(1)
  port.asks(2, 'vault.status')
  await turn()
  expect(port.sent).toEqual([answer(1), answer(2, 'vault.status')])
  expect(working).toEqual([true, false])
})

test('no answer leaves before main has followed a change of state', async () => {
  const { page, port } = requests()
  page.noteState()
  page.noteState()
  port.asks(1)
  await turn()
  page.noteFollowed()
  await turn()
  expect(port.sent).toEqual([])
  page.noteFollowed()
  await turn()
  expect(port.sent).toEqual([answer(1)])
})

test('while Attune locks, only saving what was typed is served', async () => {
  const { page, port, routed } = requests()
  page.setLocking(true)
  const saving = [
    'drafts.save',
    'drafts.saveForm',
    'drafts.discardForm',
    'evidence.saveNote',
    'handOver.saveAnswers',
  ]
  ;['clients.list', 'evidence.saveOwn', ...saving].forEach((path, index) => port.asks(index + 1, path))
  await turn()
  expect(routed).toEqual(saving)
  expect(port.sent).toContainEqual(refusal(1, 'not-available'))
  page.setLocking(false)
  port.asks(9)
  await turn()
  expect(port.sent).toContainEqual(answer(9))
})

test('fault 126: a page that is gone or replaced is noted once, so that nothing goes on for it', () => {
  const { page, port, pages } = requests()
  expect(pages.gone).toBe(0)
  const next = new FakePort()
  page.connect(next)
  expect(pages.gone).toBe(1)
  port.emit('close')
  expect(pages.gone).toBe(1)
  next.emit('close')
  expect(pages.gone).toBe(2)
})

test('a secret that is refused while Attune locks is wiped too', async () => {
  const { page, port } = requests()
  page.setLocking(true)
  const passphrase = Uint8Array.of(7, 8)
  port.emit('message', { data: { id: 1, request: { path: 'vault.unlock', input: { passphrase } } } })
  await turn()
  expect(port.sent).toEqual([refusal(1, 'not-available')])
  expect([...passphrase]).toEqual([0, 0])
})

test('a new port of the page replaces the earlier one, whose requests go unanswered', async () => {
  const { page, port, routed, answerAll } = requests({ isSlow: true })
  port.asks(1)
  const next = new FakePort()
  page.connect(next)
  expect(port.isClosed).toBe(true)
  port.asks(2)
  next.asks(3)
  answerAll()
  await turn()
  expect(routed).toHaveLength(2)
  expect([...port.sent, ...next.sent]).toEqual([answer(3)])
})

test.each([
  ['without a number', { request: { path: 'clients.list', input: 1 } }],
  ['that is text', 'clients.list'],
])('a message %s is ignored', async (_what, data) => {
  const { port, routed } = requests()
  port.emit('message', { data })
  await turn()
  expect([...routed, ...port.sent]).toEqual([])
})

test.each([null, {}, { path: 3 }, { path: 'a'.repeat(81), input: 1 }, { path: 'a.b', input: 1, more: 1 }])(
  'a malformed request is refused: %j',
  async (request) => {
    const { port, routed } = requests()
    port.emit('message', { data: { id: 1, request } })
    await turn()
    expect(port.sent).toEqual([refusal(1, 'not-found')])
    expect(routed).toEqual([])
  },
)

test('leaving waits for the answers under way, says which request was the last, and waits for the page', async () => {
  const { page, port, routed, answerAll } = requests({ isSlow: true })
  port.asks(1)
  page.stop()
  port.asks(2)
  let isGone = false
  const leaving = page.leave(10_000).then(() => {
    isGone = true
  })
  await turn()
  expect(port.sent).toEqual([])
  answerAll()
  await turn()
  expect(port.sent).toEqual([answer(1), { kind: 'leaving', last: 1 }])
  expect(routed).toHaveLength(1)
  expect(isGone).toBe(false)
  port.emit('close')
  await leaving
})

test('leaving waits for neither a request that takes too long nor a page that hangs', async () => {
  const { page, port } = requests({ isSlow: true })
  port.asks(1)
  const started = performance.now()
  await page.leave(20)
  expect(port.sent).toEqual([{ kind: 'leaving', last: 1 }])
  expect(performance.now() - started).toBeLessThan(5_000)
})

test('a page that connects with a process that is leaving hears so at once', async () => {
  const { page } = requests()
  page.stop()
  const next = new FakePort()
  page.connect(next)
  next.asks(5)
  await turn()
  expect(next.sent).toEqual([{ kind: 'leaving', last: 0 }])
})
