import { expect, test, vi } from 'vitest'
import { made, newest } from './testing/fake-vault-process.ts'
import { client, settled, startEachWithoutProcesses } from './testing/start-client.ts'

vi.mock('electron', () => import('./testing/fake-vault-process.ts'))

const close = { kind: 'close', mayBackUp: false, longestDrainMilliseconds: 1_500 }

startEachWithoutProcesses()

test('a lock closes the process, which may finish its answers, and starts one without a key', async () => {
  const { vault, states, calls } = client()
  newest().says({ kind: 'state', state: 'open' })
  const locking = vault.lock({ mayBackUp: false, isHurried: false })
  const held = newest()
  expect(await vault.connectPage()).toBe('not-available')
  expect(held.commands).toContainEqual(close)
  expect(made.processes).toHaveLength(1)
  held.end()
  await locking
  expect(made.processes).toHaveLength(2)
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
  expect(made.processes).toHaveLength(2)
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
  expect(made.processes.map(({ isKilled }) => isKilled)).toEqual([false, false])
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
  expect(made.processes).toHaveLength(2)
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
  expect(made.processes).toHaveLength(2)
})

test('after quitting, no process starts and no page is connected', async () => {
  const { vault } = client()
  const quitting = vault.quit()
  await settled()
  newest().end()
  await quitting
  expect(made.processes).toHaveLength(1)
  expect(await vault.connectPage()).toBe('not-available')
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
