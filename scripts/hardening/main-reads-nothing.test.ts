import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { BrowserWindow } from 'electron'
import { beforeEach, expect, test, vi } from 'vitest'
import { startRelay } from '#main/electron/relay.ts'
import { createVaultClient } from '#main/electron/vault-client.ts'
import { contract } from '#shared/contract/contract.ts'
import type { Operations } from '#shared/contract/operation.ts'
import { createPageRequests } from '#vault/page-requests.ts'

const secret = 'the secret that the page sends'
const answer = 'the answer that the vault gives'

/** Everything that reached the main process, and what the preload gave the page. */
const seen = vi.hoisted(() => ({ byMain: [] as unknown[], call: null as null | Call }))
type Call = (path: string, input: unknown) => Promise<string>

/** A port of main's, over Node's: what arrives is recorded only if main's code listens to it. */
class Port extends EventEmitter {
  readonly own: MessagePort
  constructor(own: MessagePort) {
    super()
    this.own = own
  }
  start() {
    this.own.on('message', (data) => {
      seen.byMain.push(data)
      this.emit('message', { data, ports: [] })
    })
  }
  postMessage(message: unknown) {
    this.own.postMessage(message)
  }
  close() {
    this.own.close()
  }
}

vi.mock('electron', () => {
  const handlers = new Map<string, (event: unknown, raw: unknown) => unknown>()
  const listeners = new Map<string, (event: unknown, payload: unknown) => void>()
  const frame = {
    url: 'app://attune/index.html',
    postMessage: (channel: string, value: unknown, ports: Port[]) =>
      listeners.get(channel)?.({ ports: ports.map(({ own }) => own) }, value),
  }
  return {
    ownFrame: frame,
    ipcMain: { handle: (channel: string, handler: () => unknown) => handlers.set(channel, handler) },
    ipcRenderer: {
      invoke: async (channel: string, raw: unknown) => {
        seen.byMain.push(raw)
        const result = await handlers.get(channel)?.({ senderFrame: frame }, raw)
        seen.byMain.push(result)
        return result
      },
      on: (channel: string, listener: () => void) => listeners.set(channel, listener),
    },
    contextBridge: {
      exposeInMainWorld: (_name: string, bridge: { call: Call }) => {
        seen.call = bridge.call
      },
    },
    MessageChannelMain: class {
      readonly port1: Port
      readonly port2: Port
      constructor() {
        const { port1, port2 } = new MessageChannel()
        this.port1 = new Port(port1)
        this.port2 = new Port(port2)
      }
    },
    utilityProcess: { fork: () => new VaultProcess() },
  }
})

/** The vault process as far as it talks: its own code answers the page. */
class VaultProcess extends EventEmitter {
  readonly #page = createPageRequests({
    route: () => Promise.resolve({ ok: true, value: answer }),
    onWorking: (isWorking) => this.#main?.postMessage({ kind: 'working', isWorking }),
    onPageGone: () => undefined,
  })
  #main: MessagePort | null = null
  postMessage({ kind }: { kind: string }, [port]: Port[] = []) {
    if (kind === 'connect') this.#main = port?.own ?? null
    else if (kind === 'page' && port) {
      const { own } = port
      const received = new EventEmitter()
      this.#page.connect(
        Object.assign(received, {
          postMessage: (message: unknown) => own.postMessage(message),
          start: () => own.on('message', (data) => received.emit('message', { data })),
          close: () => own.close(),
        }),
      )
    }
  }
}

const vaultPaths = Object.entries(contract satisfies Operations).flatMap(([area, operations]) =>
  Object.entries<{ host: string }>(operations)
    .filter(([, { host }]) => host === 'vault')
    .map(([name]) => `${area}.${name}`),
)

beforeEach(async () => {
  seen.byMain.length = 0
  const { ownFrame } = (await import('electron')) as unknown as { ownFrame: object }
  const vault = createVaultClient({
    entry: '',
    vaultFolder: '',
    assetsFolder: '',
    marksFile: null,
    onState: () => undefined,
    onCrash: () => undefined,
    readers: {
      start: () => {
        throw new Error('nothing is read here')
      },
      end: () => undefined,
      endAll: () => undefined,
    },
    onBackingUp: () => undefined,
  })
  startRelay({
    // Only what the relay uses.
    window: () => ({ isDestroyed: () => false, webContents: { mainFrame: ownFrame } }) as BrowserWindow,
    allows: () => true,
    serve: () => Promise.resolve({ ok: true, value: null }),
    connectPage: vault.connectPage,
  })
  vi.resetModules()
  await import('#preload/preload.ts')
})

const call = (path: string): Promise<string> | undefined => seen.call?.(path, { text: secret })

test('fault 108: of no operation of the vault does a secret or an answer reach code of main', async () => {
  expect(vaultPaths.length).toBeGreaterThan(80)
  for (const path of [...vaultPaths, 'unknown.operation'])
    expect([path, await call(path)]).toEqual([path, ok])
  await wait(10)
  // Main heard that the vault worked, so it did listen.
  expect(seen.byMain).toContainEqual({ kind: 'working', isWorking: true })
  expect(JSON.stringify(seen.byMain)).not.toContain(secret)
  expect(JSON.stringify(seen.byMain)).not.toContain(answer)
})

const ok = JSON.stringify({ ok: true, value: answer })

test('what main serves itself does reach main, so this record of what it sees is complete', async () => {
  await call('links.openDoi')
  expect(JSON.stringify(seen.byMain)).toContain(secret)
})
