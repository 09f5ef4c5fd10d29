import type { BrowserWindow, MessagePortMain } from 'electron'
import { beforeEach, expect, test, vi } from 'vitest'
import { connectChannel, operationChannel, portChannel } from '#shared/contract/wire.ts'
import { startRelay } from './relay.ts'

const handlers = vi.hoisted(() => new Map<string, (event: unknown, raw: unknown) => Promise<string>>())
vi.mock('electron', () => ({
  ipcMain: {
    handle: (channel: string, handler: (event: unknown, raw: unknown) => Promise<string>) =>
      handlers.set(channel, handler),
  },
}))

const posted = vi.fn()
const ownFrame = { url: 'app://attune/index.html#/today', postMessage: posted }
const serve = vi.fn(() => Promise.resolve({ ok: true as const, value: 'from main' }))
const closed = vi.fn()
// Only what the relay uses.
const port = { close: closed } as unknown as MessagePortMain
const connectPage = vi.fn((): Promise<MessagePortMain | 'vault-not-starting'> => Promise.resolve(port))
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
    connectPage,
  })
})

const ask = (senderFrame: unknown, raw: unknown): Promise<string> | undefined =>
  handlers.get(operationChannel)?.({ senderFrame }, raw)
const refusal = (code: string): string => JSON.stringify({ ok: false, code, places: [] })
const connect = (senderFrame: unknown) => handlers.get(connectChannel)?.({ senderFrame }, undefined)
const request = { path: 'app.about', input: undefined }

test('the own page is served: main answers its own operations, and the page gets a port for all others', async () => {
  expect(await ask(ownFrame, request)).toBe('{"ok":true,"value":"from main"}')
  expect(serve).toHaveBeenCalledOnce()
  expect(await connect(ownFrame)).toBeNull()
  expect(posted).toHaveBeenCalledExactlyOnceWith(portChannel, null, [port])
  expect([...handlers.keys()]).toEqual([operationChannel, connectChannel])
})

test('an operation of the vault that reaches main is refused and passed to nobody', async () => {
  const secret = { path: 'vault.unlock', input: { passphrase: 'a passphrase' } }
  expect(await ask(ownFrame, secret)).toBe(refusal('not-found'))
  expect(serve).not.toHaveBeenCalled()
  expect(connectPage).not.toHaveBeenCalled()
})

test('a vault process that does not start is the answer instead of a port', async () => {
  connectPage.mockResolvedValueOnce('vault-not-starting')
  expect(await connect(ownFrame)).toBe(refusal('vault-not-starting'))
  expect(posted).not.toHaveBeenCalled()
})

test('a page that went away while its port was being made does not get it', async () => {
  const answer = connect(ownFrame)
  window.webContents.mainFrame = { url: 'about:blank' }
  expect(await answer).toBeNull()
  expect(posted).not.toHaveBeenCalled()
  expect(closed).toHaveBeenCalledOnce()
})

test.each([
  ['a frame inside the page, of the same address', { url: 'app://attune/index.html' }],
  ['a frame from elsewhere', { url: 'https://example.org/' }],
  ['a frame that is gone', null],
])('%s is refused', async (_what, frame) => {
  expect(await ask(frame, request)).toBe(refusal('not-available'))
  expect(await connect(frame)).toBe(refusal('not-available'))
  expect(connectPage).not.toHaveBeenCalled()
  expect(serve).not.toHaveBeenCalled()
})

test.each(['https://example.org/', 'app://attune.example/', 'file:///index.html', 'about:blank'])(
  'a main frame that now shows %s is refused',
  async (url) => {
    const frame = { url }
    window.webContents.mainFrame = frame
    expect(await ask(frame, request)).toBe(refusal('not-available'))
    expect(await connect(frame)).toBe(refusal('not-available'))
    expect(connectPage).not.toHaveBeenCalled()
    expect(serve).not.toHaveBeenCalled()
  },
)

test('once its window is closed, the page is no longer served', async () => {
  window.isDestroyed = () => true
  expect(await ask(ownFrame, request)).toBe(refusal('not-available'))
  expect(await connect(ownFrame)).toBe(refusal('not-available'))
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
  expect(serve).not.toHaveBeenCalled()
})

test('while it locks, requests that the lock does not allow are refused', async () => {
  allows = false
  expect(await ask(ownFrame, request)).toBe(refusal('not-available'))
})
