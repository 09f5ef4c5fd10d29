import { expect, test, vi } from 'vitest'
import { FakePort, made, newest } from './testing/fake-vault-process.ts'
import { client, settled, startEachWithoutProcesses } from './testing/start-client.ts'

vi.mock('electron', () => import('./testing/fake-vault-process.ts'))

const close = { kind: 'close', mayBackUp: false, longestDrainMilliseconds: 1_500 }

startEachWithoutProcesses()

test('a process starts immediately; each page gets an end of a channel of its own, and main keeps neither end', async () => {
  const { vault } = client()
  expect(newest().commands).toEqual([{ kind: 'connect' }])
  const first = await vault.connectPage()
  const second = await vault.connectPage()
  expect(newest().commands).toEqual([{ kind: 'connect' }, { kind: 'page' }, { kind: 'page' }])
  const [, ...ofPages] = made.channels
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
  expect(made.processes).toHaveLength(2)
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
  expect(made.processes).toHaveLength(3)
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
  expect(made.processes).toHaveLength(3)
  expect(calls).toEqual(['crash', 'crash', 'crash'])
  expect(await vault.connectPage()).toBe('vault-not-starting')
  expect(made.processes).toHaveLength(3)
})

test('a vault process that has loaded between two crashes starts the count again', async () => {
  client()
  for (let round = 0; round < 4; round += 1) {
    newest().says({ kind: 'loaded' })
    newest().end()
    await settled()
  }
  expect(made.processes).toHaveLength(5)
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
  expect(made.processes).toHaveLength(2)
  expect(newest().commands).toContainEqual({ kind: 'page' })
  expect(calls).toEqual([])
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
