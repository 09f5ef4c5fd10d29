import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { VaultState } from '#shared/vault-state.ts'
import type { VaultMessage } from '#shared/contract/vault-messages.ts'
import { createVaultClient } from './vault-client.ts'

/** One end of a channel: what it was given, and a way to have it hear something. */
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

/** A vault process that answers only what a test has it answer. */
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
  const told: string[] = []
  const vault = createVaultClient({
    entry: 'vault-process.js',
    vaultFolder: '/vault',
    assetsFolder: '/assets',
    marksFile: null,
    onState: (state) => states.push(state),
    onCrash: () => told.push('crash'),
    onBackingUp: () => told.push('backing up'),
  })
  return { vault, states, told }
}

/** The process that was started last. */
function newest(): FakeProcess {
  const child = electron.processes.at(-1)
  if (!child) throw new Error('no process was started')
  return child
}

const asked = { path: 'vault.status', input: null }
const refusal = (code: string) => ({ ok: false, code, places: [] })
const close = { kind: 'close', mayBackUp: false }
/** Lets what waits for a promise go on, without any time passing. */
const settled = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
  electron.processes = []
})
afterEach(() => {
  vi.useRealTimers()
})

test('a process is started at once, and each answer goes to its own question', async () => {
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

test('a change of state is passed on once, and what is no message is not heard', () => {
  const { vault, states } = client()
  newest().says({ kind: 'state', state: 'open' })
  newest().says({ kind: 'state', state: 'open' })
  newest().says({ kind: 'nonsense' })
  expect(states).toEqual(['open'])
  expect(vault.state()).toBe('open')
})

test('while it is locked and at work on something, the vault counts as opening', async () => {
  const { vault } = client()
  expect(vault.isOpening()).toBe(false)
  void vault.request(asked)
  await settled()
  expect(vault.isOpening()).toBe(true)
  newest().says({ kind: 'state', state: 'open' })
  expect(vault.isOpening()).toBe(false)
})

test('a crash answers what was asked, is reported as a lock, and a fresh process takes its place', async () => {
  const { vault, states, told } = client()
  newest().says({ kind: 'state', state: 'open' })
  const question = vault.request(asked)
  await settled()
  const crashed = newest()
  crashed.end()
  expect(JSON.parse(await question)).toEqual(refusal('not-available'))
  expect(electron.processes).toHaveLength(2)
  expect(crashed.port.isClosed).toBe(true)
  expect(states).toEqual(['open', 'locked'])
  expect(told).toEqual(['crash'])

  const next = vault.request(asked)
  await settled()
  newest().answers(2)
  expect(await next).toBe('result 2')
})

test('a process that ends three times without an answer is not started again', async () => {
  const { vault, told } = client()
  for (let round = 0; round < 3; round += 1) {
    newest().end()
    await settled()
  }
  expect(electron.processes).toHaveLength(3)
  expect(told).toEqual(['crash', 'crash', 'crash'])
  expect(JSON.parse(await vault.request(asked))).toEqual(refusal('vault-not-starting'))
})

test('one answer between two crashes starts the count again', async () => {
  const { vault } = client()
  for (let round = 0; round < 4; round += 1) {
    const question = vault.request(asked)
    await settled()
    newest().answers(round + 1)
    await question
    newest().end()
    await settled()
  }
  expect(electron.processes).toHaveLength(5)
})

test('a lock waits for the answers, closes the process, and starts one without a key', async () => {
  const { vault, states, told } = client()
  newest().says({ kind: 'state', state: 'open' })
  const saving = vault.request(asked)
  await settled()
  const locking = vault.lock({ mayBackUp: false })
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
  expect(told).toEqual([])
  expect(held.isKilled).toBe(false)
})

test('what is never answered holds a lock up for a second and a half at most', async () => {
  const { vault } = client()
  const question = vault.request(asked)
  await settled()
  const locking = vault.lock({ mayBackUp: false })
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
  const locking = vault.lock({ mayBackUp: false })
  const held = newest()
  await vi.advanceTimersByTimeAsync(4_990)
  expect(held.isKilled).toBe(false)
  await vi.advanceTimersByTimeAsync(20)
  expect(held.isKilled).toBe(true)
  await locking
  expect(electron.processes).toHaveLength(2)
})

test('a process that closed in time is never killed afterwards', async () => {
  const { vault } = client()
  const locking = vault.lock({ mayBackUp: false })
  const held = newest()
  await settled()
  held.end()
  await locking
  await vi.advanceTimersByTimeAsync(120_000)
  expect(electron.processes.map(({ isKilled }) => isKilled)).toEqual([false, false])
})

test('each step of a backup gives the closing process another minute, where there is time for one', async () => {
  const { vault, told } = client()
  const locking = vault.lock({ mayBackUp: true })
  const held = newest()
  await settled()
  expect(held.commands).toContainEqual({ kind: 'close', mayBackUp: true })
  await vi.advanceTimersByTimeAsync(4_000)
  held.says({ kind: 'backing-up' })
  await vi.advanceTimersByTimeAsync(59_000)
  held.says({ kind: 'backing-up' })
  await vi.advanceTimersByTimeAsync(59_000)
  expect(held.isKilled).toBe(false)
  expect(told).toEqual(['backing up', 'backing up'])
  await vi.advanceTimersByTimeAsync(2_000)
  expect(held.isKilled).toBe(true)
  await locking
})

test('a backup that began before the lock changes nothing', async () => {
  const { told } = client()
  newest().says({ kind: 'backing-up' })
  await vi.advanceTimersByTimeAsync(120_000)
  expect(told).toEqual([])
  expect(newest().isKilled).toBe(false)
})

test('in a hurry, a backup that is being made is given up at once', async () => {
  const { vault } = client()
  const locking = vault.lock({ mayBackUp: true })
  const held = newest()
  await settled()
  held.says({ kind: 'backing-up' })
  vault.hurry()
  expect(held.isKilled).toBe(true)
  await locking
  expect(electron.processes).toHaveLength(2)
})

test('a hurry after a lock with a backup leaves the open vault and the next closing alone', async () => {
  const { vault } = client()
  const first = vault.lock({ mayBackUp: true })
  await settled()
  newest().says({ kind: 'backing-up' })
  newest().end()
  await first
  vault.hurry()
  expect(newest().isKilled).toBe(false)

  const second = vault.lock({ mayBackUp: true })
  await settled()
  vault.hurry()
  expect(newest().isKilled).toBe(false)
  newest().end()
  await second
})

test('in a hurry, a backup that begins later is given up as it begins; the closing itself is left to finish', async () => {
  const { vault, told } = client()
  const locking = vault.lock({ mayBackUp: true })
  const held = newest()
  await settled()
  vault.hurry()
  expect(held.isKilled).toBe(false)
  held.says({ kind: 'backing-up' })
  expect(held.isKilled).toBe(true)
  expect(told).toEqual([])
  await locking
})

test('in a hurry, an open vault stays open', () => {
  const { vault } = client()
  newest().says({ kind: 'state', state: 'open' })
  vault.hurry()
  expect(newest().isKilled).toBe(false)
  expect(vault.state()).toBe('open')
})

test('a process that needs replacing is replaced, and what is asked meanwhile waits for the fresh one', async () => {
  const { vault, told } = client()
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
  expect(told).toEqual([])
})

test('a process that says it needs replacing while it closes is not closed a second time', async () => {
  const { vault } = client()
  const locking = vault.lock({ mayBackUp: false })
  const held = newest()
  await settled()
  held.says({ kind: 'needs-replacing' })
  await settled()
  expect(held.commands.filter((command) => JSON.stringify(command).includes('close'))).toHaveLength(1)
  held.end()
  await locking
  expect(electron.processes).toHaveLength(2)
})

test('quitting starts no process afterwards, and answers nothing any more', async () => {
  const { vault } = client()
  const quitting = vault.quit()
  await settled()
  newest().end()
  await quitting
  expect(electron.processes).toHaveLength(1)
  expect(JSON.parse(await vault.request(asked))).toEqual(refusal('not-available'))
})

test('a chosen file is handed only to the process that ran when it was asked for', async () => {
  const { vault } = client()
  const grant = { token: 'a'.repeat(43), purpose: 'archive', path: '/tmp/a.age' } as const
  const give = vault.granter()
  expect(give(grant)).toBe(true)
  expect(newest().port.given).toEqual([{ kind: 'grant', grant }])
  newest().end()
  await settled()
  expect(give(grant)).toBe(false)
  const toNext = vault.granter()
  const locking = vault.lock({ mayBackUp: false })
  expect(toNext(grant)).toBe(false)
  await settled()
  newest().end()
  await locking
})
