import { EventEmitter } from 'node:events'
import { MessageChannelMain } from 'electron'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { VaultState } from '#shared/vault-state.ts'
import type { VaultMessage } from '#shared/contract/vault-messages.ts'
import { createVaultClient } from './vault-client.ts'

/** One end of a channel: records what it was sent, and lets a test send to it. */
class FakePort extends EventEmitter {
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

/** A vault process that says only what a test makes it say. */
class FakeProcess extends EventEmitter {
  readonly port = electron.newestPort
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

const electron: {
  newestPort: FakePort
  processes: FakeProcess[]
  channels: { port1: FakePort; port2: FakePort }[]
} = {
  newestPort: new FakePort(),
  processes: [],
  channels: [],
}

vi.mock('electron', () => ({
  MessageChannelMain: class {
    readonly port1 = electron.newestPort
    readonly port2 = new FakePort()
    constructor() {
      electron.newestPort = new FakePort()
      electron.channels.push(this)
    }
  },
  utilityProcess: {
    fork: () => {
      electron.newestPort = new FakePort()
      const child = new FakeProcess()
      electron.processes.push(child)
      return child
    },
  },
}))

function client() {
  const states: VaultState[] = []
  const calls: string[] = []
  const readers: string[] = []
  const vault = createVaultClient({
    entry: 'vault-process.js',
    vaultFolder: '/vault',
    assetsFolder: '/assets',
    marksFile: null,
    onState: (state) => states.push(state),
    onCrash: () => calls.push('crash'),
    readers: {
      start: (id) => {
        readers.push(`start ${id}`)
        return new MessageChannelMain().port1
      },
      end: (id) => readers.push(`end ${id}`),
      endAll: () => readers.push('end all'),
    },
    onBackingUp: () => calls.push('backing up'),
  })
  return { vault, states, calls, readers }
}

/** The most recently started process. */
function newest(): FakeProcess {
  const child = electron.processes.at(-1)
  if (!child) throw new Error('no process was started')
  return child
}

const close = { kind: 'close', mayBackUp: false, longestDrainMilliseconds: 1_500 }
/** Lets pending promises continue without advancing the time. */
const settled = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
  electron.processes = []
  electron.channels = []
})
afterEach(() => {
  vi.useRealTimers()
})

test('a process starts immediately; each page gets an end of a channel of its own, and main keeps neither end', async () => {
  const { vault } = client()
  expect(newest().commands).toEqual([{ kind: 'connect' }])
  const first = await vault.connectPage()
  const second = await vault.connectPage()
  expect(newest().commands).toEqual([{ kind: 'connect' }, { kind: 'page' }, { kind: 'page' }])
  const [, ...ofPages] = electron.channels
  expect([first, second]).toEqual(ofPages.map(({ port2 }) => port2))
  expect(newest().ports.slice(1)).toEqual(ofPages.map(({ port1 }) => port1))
  for (const { port1, port2 } of ofPages)
    for (const port of [port1, port2]) {
      expect(port.eventNames()).toEqual([])
      expect(port.given).toEqual([])
    }
})

test('a change of state is reported once and confirmed each time, and an unknown message is ignored', () => {
  const { vault, states } = client()
  newest().says({ kind: 'state', state: 'open' })
  newest().says({ kind: 'state', state: 'open' })
  newest().says({ kind: 'nonsense' })
  expect(states).toEqual(['open'])
  expect(vault.state()).toBe('open')
  expect(newest().port.given).toEqual([{ kind: 'followed' }, { kind: 'followed' }])
})

test('while it is locked and working, the vault counts as opening', async () => {
  const { vault } = client()
  expect(vault.isOpening()).toBe(false)
  newest().says({ kind: 'working', isWorking: true })
  expect(vault.isOpening()).toBe(true)
  newest().says({ kind: 'state', state: 'open' })
  expect(vault.isOpening()).toBe(false)
  newest().says({ kind: 'state', state: 'locked' })
  newest().end()
  await settled()
  expect(vault.isOpening()).toBe(false)
})

test('a crash is reported as a lock, and a new process takes over', async () => {
  const { vault, states, calls } = client()
  newest().says({ kind: 'state', state: 'open' })
  const crashed = newest()
  crashed.end()
  await settled()
  expect(electron.processes).toHaveLength(2)
  expect(crashed.port.isClosed).toBe(true)
  expect(states).toEqual(['open', 'locked'])
  expect(calls).toEqual(['crash'])
  expect(await vault.connectPage()).toBeInstanceOf(FakePort)
  expect(newest().commands).toContainEqual({ kind: 'page' })
})

test('a vault process that ends three times before it has loaded is not started again', async () => {
  const { vault, calls } = client()
  for (let round = 0; round < 3; round += 1) {
    newest().end()
    await settled()
  }
  expect(electron.processes).toHaveLength(3)
  expect(calls).toEqual(['crash', 'crash', 'crash'])
  expect(await vault.connectPage()).toBe('vault-not-starting')
})

test('a vault process that works but ends three times before it has loaded is not started again', async () => {
  const { vault, calls } = client()
  for (let round = 0; round < 3; round += 1) {
    newest().says({ kind: 'working', isWorking: true })
    newest().says({ kind: 'working', isWorking: false })
    newest().end()
    await settled()
  }
  expect(electron.processes).toHaveLength(3)
  expect(calls).toEqual(['crash', 'crash', 'crash'])
  expect(await vault.connectPage()).toBe('vault-not-starting')
  expect(electron.processes).toHaveLength(3)
})

test('a vault process that has loaded between two crashes starts the count again', async () => {
  client()
  for (let round = 0; round < 4; round += 1) {
    newest().says({ kind: 'loaded' })
    newest().end()
    await settled()
  }
  expect(electron.processes).toHaveLength(5)
})

test('a lock closes the process, which may finish its answers, and starts one without a key', async () => {
  const { vault, states, calls } = client()
  newest().says({ kind: 'state', state: 'open' })
  const locking = vault.lock({ mayBackUp: false, isHurried: false })
  const held = newest()
  expect(await vault.connectPage()).toBe('not-available')
  expect(held.commands).toContainEqual(close)
  expect(electron.processes).toHaveLength(1)
  held.end()
  await locking
  expect(electron.processes).toHaveLength(2)
  expect(states).toEqual(['open', 'locked'])
  expect(calls).toEqual([])
  expect(held.isKilled).toBe(false)
})

test('a process that is not closed five seconds after its last answer is killed', async () => {
  const { vault } = client()
  const locking = vault.lock({ mayBackUp: false, isHurried: false })
  const held = newest()
  await vi.advanceTimersByTimeAsync(6_490)
  expect(held.isKilled).toBe(false)
  await vi.advanceTimersByTimeAsync(20)
  expect(held.isKilled).toBe(true)
  await locking
  expect(electron.processes).toHaveLength(2)
})

test('before the computer sleeps, the process waits 0.2 seconds for answers and is gone within 0.7', async () => {
  const { vault } = client()
  const locking = vault.lock({ mayBackUp: false, isHurried: true })
  const held = newest()
  expect(held.commands).toContainEqual({ ...close, longestDrainMilliseconds: 200 })
  await vi.advanceTimersByTimeAsync(690)
  expect(held.isKilled).toBe(false)
  await vi.advanceTimersByTimeAsync(20)
  expect(held.isKilled).toBe(true)
  await locking
})

test('in a hurry, a close under way has half a second left', async () => {
  const { vault } = client()
  const locking = vault.lock({ mayBackUp: false, isHurried: false })
  const held = newest()
  await settled()
  await vi.advanceTimersByTimeAsync(1_000)
  vault.hurry()
  await vi.advanceTimersByTimeAsync(490)
  expect(held.isKilled).toBe(false)
  await vi.advanceTimersByTimeAsync(20)
  expect(held.isKilled).toBe(true)
  await locking
})

test('a process that closed in time is not killed later', async () => {
  const { vault } = client()
  const locking = vault.lock({ mayBackUp: false, isHurried: false })
  const held = newest()
  await settled()
  held.end()
  await locking
  await vi.advanceTimersByTimeAsync(120_000)
  expect(electron.processes.map(({ isKilled }) => isKilled)).toEqual([false, false])
})

test('each step of a backup gives the closing process another minute, if there is time for one', async () => {
  const { vault, calls } = client()
  const locking = vault.lock({ mayBackUp: true, isHurried: false })
  const held = newest()
  await settled()
  expect(held.commands).toContainEqual({ ...close, mayBackUp: true })
  await vi.advanceTimersByTimeAsync(4_000)
  held.says({ kind: 'backing-up' })
  await vi.advanceTimersByTimeAsync(59_000)
  held.says({ kind: 'backing-up' })
  await vi.advanceTimersByTimeAsync(59_000)
  expect(held.isKilled).toBe(false)
  expect(calls).toEqual(['backing up', 'backing up'])
  await vi.advanceTimersByTimeAsync(2_000)
  expect(held.isKilled).toBe(true)
  await locking
})

test('a backup that began before the lock changes nothing', async () => {
  const { calls } = client()
  newest().says({ kind: 'backing-up' })
  await vi.advanceTimersByTimeAsync(120_000)
  expect(calls).toEqual([])
  expect(newest().isKilled).toBe(false)
})

test('in a hurry, a running backup is given up immediately', async () => {
  const { vault } = client()
  const locking = vault.lock({ mayBackUp: true, isHurried: false })
  const held = newest()
  await settled()
  held.says({ kind: 'backing-up' })
  vault.hurry()
  expect(held.isKilled).toBe(true)
  await locking
  expect(electron.processes).toHaveLength(2)
})

test('a hurry after a lock with a backup affects neither the open vault nor the next closing', async () => {
  const { vault } = client()
  const first = vault.lock({ mayBackUp: true, isHurried: false })
  await settled()
  newest().says({ kind: 'backing-up' })
  newest().end()
  await first
  vault.hurry()
  expect(newest().isKilled).toBe(false)

  const second = vault.lock({ mayBackUp: true, isHurried: false })
  await settled()
  vault.hurry()
  expect(newest().isKilled).toBe(false)
  newest().end()
  await second
})

test('in a hurry, a backup that begins later is given up as it begins, and the closing goes on', async () => {
  const { vault, calls } = client()
  const locking = vault.lock({ mayBackUp: true, isHurried: false })
  const held = newest()
  await settled()
  vault.hurry()
  expect(held.isKilled).toBe(false)
  held.says({ kind: 'backing-up' })
  expect(held.isKilled).toBe(true)
  expect(calls).toEqual([])
  await locking
})

test('in a hurry, an open vault stays open', () => {
  const { vault } = client()
  newest().says({ kind: 'state', state: 'open' })
  vault.hurry()
  expect(newest().isKilled).toBe(false)
  expect(vault.state()).toBe('open')
})

test('a process that needs replacing is replaced, and a page meanwhile waits for the new one', async () => {
  const { vault, calls } = client()
  const used = newest()
  used.says({ kind: 'needs-replacing' })
  const port = vault.connectPage()
  await settled()
  expect(used.commands).toContainEqual(close)
  expect(used.commands).not.toContainEqual({ kind: 'page' })
  used.end()
  expect(await port).toBeInstanceOf(FakePort)
  expect(electron.processes).toHaveLength(2)
  expect(newest().commands).toContainEqual({ kind: 'page' })
  expect(calls).toEqual([])
})

test('a process that asks to be replaced while it closes is not closed a second time', async () => {
  const { vault } = client()
  const locking = vault.lock({ mayBackUp: false, isHurried: false })
  const held = newest()
  await settled()
  held.says({ kind: 'needs-replacing' })
  await settled()
  expect(held.commands.filter((command) => JSON.stringify(command).includes('close'))).toHaveLength(1)
  held.end()
  await locking
  expect(electron.processes).toHaveLength(2)
})

test('after quitting, no process starts and no page is connected', async () => {
  const { vault } = client()
  const quitting = vault.quit()
  await settled()
  newest().end()
  await quitting
  expect(electron.processes).toHaveLength(1)
  expect(await vault.connectPage()).toBe('not-available')
})

test('signs of life and activity reach the process that runs', () => {
  const { vault } = client()
  vault.keepAlive(5)
  vault.noteActivity()
  expect(newest().port.given).toEqual([{ kind: 'alive', lockAfterMinutes: 5 }, { kind: 'active' }])
})

test('while Attune locks, the process that runs hears so, and hears when a quit is cancelled', () => {
  const { vault } = client()
  vault.setLocking(true)
  vault.setLocking(false)
  expect(newest().port.given).toEqual([
    { kind: 'locking', isLocking: true },
    { kind: 'locking', isLocking: false },
  ])
})

test('a chosen file goes only to the process that ran when the dialog opened, and counts once that has it', async () => {
  const { vault } = client()
  const grant = { token: 'a'.repeat(43), purpose: 'archive', path: '/tmp/a.age' } as const
  const give = vault.granter()
  const taken: boolean[] = []
  const giving = give(grant).then((isTaken) => taken.push(isTaken))
  expect(newest().port.given).toEqual([{ kind: 'grant', grant }])
  await settled()
  expect(taken).toEqual([])
  newest().says({ kind: 'granted', token: grant.token })
  await giving
  expect(taken).toEqual([true])

  const unconfirmed = give(grant)
  newest().end()
  expect(await unconfirmed).toBe(false)
  await settled()
  expect(await give(grant)).toBe(false)
  const toNext = vault.granter()
  const locking = vault.lock({ mayBackUp: false, isHurried: false })
  expect(await toNext(grant)).toBe(false)
  await settled()
  newest().end()
  await locking
})

test('fault 84: a lock ends what reads files before it waits for anything', async () => {
  const { vault, readers } = client()
  newest().says({ kind: 'state', state: 'open' })
  newest().says({ kind: 'needs-reader', id: 7 })
  expect(readers).toEqual(['start 7'])
  expect(newest().port.given).toContainEqual({ kind: 'reader', id: 7 })
  newest().onCommand = () => void readers.push('close')
  void vault.lock({ mayBackUp: true, isHurried: false })
  expect(readers).toEqual(['start 7', 'end all', 'close'])
  newest().says({ kind: 'needs-reader', id: 8 })
  expect(readers).toEqual(['start 7', 'end all', 'close', 'start 8', 'end all'])
})

test('a reader that is no longer needed is ended, and all are when the vault process has ended', () => {
  const { readers } = client()
  newest().says({ kind: 'needs-reader', id: 1 })
  newest().says({ kind: 'reader-done', id: 1 })
  expect(readers).toEqual(['start 1', 'end 1'])
  newest().end()
  expect(readers).toEqual(['start 1', 'end 1', 'end all'])
})

test('a file chosen while the dialog stayed open across a hand-over is given to nobody', async () => {
  const { vault } = client()
  newest().says({ kind: 'state', state: 'open' })
  const give = vault.granter()
  newest().says({ kind: 'state', state: 'handOver' })
  newest().says({ kind: 'state', state: 'open' })
  expect(await give({ token: 'a'.repeat(43), purpose: 'archive', path: '/tmp/a.age' })).toBe(false)
  expect(newest().port.given).not.toContainEqual(expect.objectContaining({ kind: 'grant' }))
})
