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

/** A vault process that answers only what a test makes it answer. */
class FakeProcess extends EventEmitter {
  readonly port = electron.newestPort
  readonly commands: unknown[] = []
  isKilled = false
  postMessage(command: unknown) {
    this.commands.push(command)
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
  answers(id: number, result = `result ${id}`) {
    this.says({ kind: 'answer', id, result })
  }
}

const electron: { newestPort: FakePort; processes: FakeProcess[] } = {
  newestPort: new FakePort(),
  processes: [],
}

vi.mock('electron', () => ({
  MessageChannelMain: class {
    readonly port1 = electron.newestPort
    readonly port2 = {}
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

const asked = { path: 'vault.status', input: null }
const refusal = (code: string) => ({ ok: false, code, places: [] })
const close = { kind: 'close', mayBackUp: false }
/** Lets pending promises continue without advancing the time. */
const settled = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
  electron.processes = []
})
afterEach(() => {
  vi.useRealTimers()
})

test('a process starts immediately, and each answer goes to its own question', async () => {
  const { vault } = client()
  expect(newest().commands).toEqual([{ kind: 'connect' }])
  const first = vault.request(asked)
  const second = vault.request({ path: 'app.about', input: 1 })
  await settled()
  expect(newest().port.given).toEqual([
    { kind: 'request', id: 1, request: asked },
    { kind: 'request', id: 2, request: { path: 'app.about', input: 1 } },
  ])
  newest().answers(2)
  newest().answers(1)
  expect(await Promise.all([first, second])).toEqual(['result 1', 'result 2'])
})

test('a change of state is reported once, and an unknown message is ignored', () => {
  const { vault, states } = client()
  newest().says({ kind: 'state', state: 'open' })
  newest().says({ kind: 'state', state: 'open' })
  newest().says({ kind: 'nonsense' })
  expect(states).toEqual(['open'])
  expect(vault.state()).toBe('open')
})

test('while it is locked and working, the vault counts as opening', async () => {
  const { vault } = client()
  expect(vault.isOpening()).toBe(false)
  void vault.request(asked)
  await settled()
  expect(vault.isOpening()).toBe(true)
  newest().says({ kind: 'state', state: 'open' })
  expect(vault.isOpening()).toBe(false)
})

test('a crash answers open requests, is reported as a lock, and a new process takes over', async () => {
  const { vault, states, calls } = client()
  newest().says({ kind: 'state', state: 'open' })
  const question = vault.request(asked)
  await settled()
  const crashed = newest()
  crashed.end()
  expect(JSON.parse(await question)).toEqual(refusal('not-available'))
  expect(electron.processes).toHaveLength(2)
  expect(crashed.port.isClosed).toBe(true)
  expect(states).toEqual(['open', 'locked'])
  expect(calls).toEqual(['crash'])

  const next = vault.request(asked)
  await settled()
  newest().answers(2)
  expect(await next).toBe('result 2')
})

test('a vault process that ends three times before it has loaded is not started again', async () => {
  const { vault, calls } = client()
  for (let round = 0; round < 3; round += 1) {
    newest().end()
    await settled()
  }
  expect(electron.processes).toHaveLength(3)
  expect(calls).toEqual(['crash', 'crash', 'crash'])
  expect(JSON.parse(await vault.request(asked))).toEqual(refusal('vault-not-starting'))
})

test('a vault process that answers the status but ends three times before it has loaded is not started again', async () => {
  const { vault, calls } = client()
  for (let round = 0; round < 3; round += 1) {
    const question = vault.request(asked)
    await settled()
    newest().answers(round + 1)
    expect(await question).toBe(`result ${round + 1}`)
    newest().end()
    await settled()
  }
  expect(electron.processes).toHaveLength(3)
  expect(calls).toEqual(['crash', 'crash', 'crash'])
  expect(JSON.parse(await vault.request(asked))).toEqual(refusal('vault-not-starting'))
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

test('a lock waits for the answers, closes the process, and starts one without a key', async () => {
  const { vault, states, calls } = client()
  newest().says({ kind: 'state', state: 'open' })
  const saving = vault.request(asked)
  await settled()
  const locking = vault.lock({ mayBackUp: false, isHurried: false })
  const held = newest()
  expect(held.commands).not.toContainEqual(close)
  expect(JSON.parse(await vault.request(asked))).toEqual(refusal('not-available'))

  held.answers(1)
  expect(await saving).toBe('result 1')
  await vi.advanceTimersByTimeAsync(10)
  expect(held.commands).toContainEqual(close)
  expect(electron.processes).toHaveLength(1)
  held.end()
  await locking
  expect(electron.processes).toHaveLength(2)
  expect(states).toEqual(['open', 'locked'])
  expect(calls).toEqual([])
  expect(held.isKilled).toBe(false)
})

test('an unanswered request delays a lock by at most a second and a half', async () => {
  const { vault } = client()
  const question = vault.request(asked)
  await settled()
  const locking = vault.lock({ mayBackUp: false, isHurried: false })
  const held = newest()
  await vi.advanceTimersByTimeAsync(1_490)
  expect(held.commands).not.toContainEqual(close)
  await vi.advanceTimersByTimeAsync(20)
  expect(held.commands).toContainEqual(close)
  held.end()
  await locking
  expect(JSON.parse(await question)).toEqual(refusal('not-available'))
})

test('a process that does not close within five seconds is killed', async () => {
  const { vault } = client()
  const locking = vault.lock({ mayBackUp: false, isHurried: false })
  const held = newest()
  await vi.advanceTimersByTimeAsync(4_990)
  expect(held.isKilled).toBe(false)
  await vi.advanceTimersByTimeAsync(20)
  expect(held.isKilled).toBe(true)
  await locking
  expect(electron.processes).toHaveLength(2)
})

test('before the computer sleeps, the process is gone within 0.7 seconds, even with a request open', async () => {
  const { vault } = client()
  void vault.request(asked)
  await settled()
  const locking = vault.lock({ mayBackUp: false, isHurried: true })
  const held = newest()
  await vi.advanceTimersByTimeAsync(190)
  expect(held.commands).not.toContainEqual(close)
  await vi.advanceTimersByTimeAsync(20)
  expect(held.commands).toContainEqual(close)
  expect(held.isKilled).toBe(false)
  await vi.advanceTimersByTimeAsync(500)
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
  expect(held.commands).toContainEqual({ kind: 'close', mayBackUp: true })
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

test('a process that needs replacing is replaced, and requests meanwhile wait for the new one', async () => {
  const { vault, calls } = client()
  const used = newest()
  used.says({ kind: 'needs-replacing' })
  const question = vault.request(asked)
  await settled()
  expect(used.commands).toContainEqual(close)
  expect(used.port.given).toEqual([])
  used.end()
  await settled()
  expect(electron.processes).toHaveLength(2)
  expect(newest().port.given).toHaveLength(1)
  newest().answers(1)
  expect(await question).toBe('result 1')
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

test('after quitting, no process starts and no request is answered', async () => {
  const { vault } = client()
  const quitting = vault.quit()
  await settled()
  newest().end()
  await quitting
  expect(electron.processes).toHaveLength(1)
  expect(JSON.parse(await vault.request(asked))).toEqual(refusal('not-available'))
})

test('a chosen file goes only to the process that ran when the dialog opened', async () => {
  const { vault } = client()
  const grant = { token: 'a'.repeat(43), purpose: 'archive', path: '/tmp/a.age' } as const
  const give = vault.granter()
  expect(give(grant)).toBe(true)
  expect(newest().port.given).toEqual([{ kind: 'grant', grant }])
  newest().end()
  await settled()
  expect(give(grant)).toBe(false)
  const toNext = vault.granter()
  const locking = vault.lock({ mayBackUp: false, isHurried: false })
  expect(toNext(grant)).toBe(false)
  await settled()
  newest().end()
  await locking
})

test('fault 84: a lock ends what reads files before it waits for anything', async () => {
  const { vault, readers } = client()
  newest().says({ kind: 'state', state: 'open' })
  newest().says({ kind: 'needs-reader', id: 7 })
  expect(readers).toEqual(['start 7'])
  expect(newest().port.given).toEqual([{ kind: 'reader', id: 7 }])
  void vault.request(asked)
  await settled()
  void vault.lock({ mayBackUp: true, isHurried: false })
  expect(readers).toEqual(['start 7', 'end all'])
  expect(newest().commands).toEqual([{ kind: 'connect' }])
  newest().says({ kind: 'needs-reader', id: 8 })
  expect(readers).toEqual(['start 7', 'end all', 'start 8', 'end all'])
})

test('a reader that is no longer needed is ended, and all are when the vault process has ended', () => {
  const { readers } = client()
  newest().says({ kind: 'needs-reader', id: 1 })
  newest().says({ kind: 'reader-done', id: 1 })
  expect(readers).toEqual(['start 1', 'end 1'])
  newest().end()
  expect(readers).toEqual(['start 1', 'end 1', 'end all'])
})

test('a file chosen while the dialog stayed open across a hand-over is given to nobody', () => {
  const { vault } = client()
  newest().says({ kind: 'state', state: 'open' })
  const give = vault.granter()
  newest().says({ kind: 'state', state: 'handOver' })
  newest().says({ kind: 'state', state: 'open' })
  expect(give({ token: 'a'.repeat(43), purpose: 'archive', path: '/tmp/a.age' })).toBe(false)
  expect(newest().port.given).toEqual([])
})
