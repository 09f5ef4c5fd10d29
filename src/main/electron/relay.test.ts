import type { BrowserWindow } from 'electron'
import { beforeEach, expect, test, vi } from 'vitest'
import { operationChannel } from '#shared/contract/wire.ts'
import { startRelay } from './relay.ts'

const handlers = vi.hoisted(() => new Map<string, (event: unknown, raw: unknown) => Promise<string>>())
vi.mock('electron', () => ({
  ipcMain: {
    handle: (channel: string, handler: (event: unknown, raw: unknown) => Promise<string>) =>
      handlers.set(channel, handler),
  },
}))

const ownFrame = { url: 'app://attune/index.html#/today' }
const serve = vi.fn(() => Promise.resolve({ ok: true as const, value: 'from main' }))
const pass = vi.fn(() => Promise.resolve('from the vault'))
let window: { isDestroyed: () => boolean; webContents: { mainFrame: object } }
let allows = true

beforeEach(() => {
  vi.clearAllMocks()
  allows = true
  window = { isDestroyed: () => false, webContents: { mainFrame: ownFrame } }
  startRelay({
    // Only what the relay uses.
    window: () => window as unknown as BrowserWindow,
    allows: () => allows,
    serve,
    pass,
  })
})

const ask = (senderFrame: unknown, raw: unknown): Promise<string> | undefined =>
  handlers.get(operationChannel)?.({ senderFrame }, raw)
const refusal = (code: string): string => JSON.stringify({ ok: false, code, places: [] })
const request = { path: 'clients.list', input: undefined }

test('the own page is served: main answers its own operations and passes all others to the vault unread', async () => {
  expect(await ask(ownFrame, request)).toBe('from the vault')
  expect(pass).toHaveBeenCalledWith(request)
  expect(await ask(ownFrame, { path: 'app.about', input: undefined })).toBe('{"ok":true,"value":"from main"}')
  expect(serve).toHaveBeenCalledOnce()
  expect([...handlers.keys()]).toEqual([operationChannel])
})

test.each([
  ['a frame inside the page, of the same address', { url: 'app://attune/index.html' }],
  ['a frame from elsewhere', { url: 'https://example.org/' }],
  ['a frame that is gone', null],
])('%s is refused', async (_what, frame) => {
  expect(await ask(frame, request)).toBe(refusal('not-available'))
  expect(pass).not.toHaveBeenCalled()
})

test.each(['https://example.org/', 'app://attune.example/', 'file:///index.html', 'about:blank'])(
  'a main frame that now shows %s is refused',
  async (url) => {
    const frame = { url }
    window.webContents.mainFrame = frame
    expect(await ask(frame, request)).toBe(refusal('not-available'))
    expect(pass).not.toHaveBeenCalled()
  },
)

test('once its window is closed, the page is no longer served', async () => {
  window.isDestroyed = () => true
  expect(await ask(ownFrame, request)).toBe(refusal('not-available'))
})

test.each([
  null,
  'clients.list',
  {},
  { path: 3 },
  { path: 'a'.repeat(81), input: 1 },
  { ...request, more: 1 },
])('a malformed request is refused: %j', async (raw) => {
  expect(await ask(ownFrame, raw)).toBe(refusal('not-found'))
  expect(pass).not.toHaveBeenCalled()
})

test('while it locks, requests that the lock does not allow are refused', async () => {
  allows = false
  expect(await ask(ownFrame, request)).toBe(refusal('not-available'))
})
