import { expect, test, vi } from 'vitest'
import type { VaultState } from '#shared/vault-state.ts'
import { createLock } from './lock.ts'

function lockOf(
  options: {
    state?: VaultState
    isOpening?: boolean
    confirms?: boolean
    closing?: Promise<void>
    answer?: Promise<boolean>
  } = {},
) {
  const done: string[] = []
  const restricted: boolean[] = []
  let state = options.state ?? 'open'
  const end = (name: string) => () => {
    done.push(name)
    state = 'locked'
    return options.closing ?? Promise.resolve()
  }
  const lock = createLock({
    vault: {
      state: () => state,
      isOpening: () => options.isOpening ?? false,
      setLocking: (isLocking) => restricted.push(isLocking),
      lock: ({ mayBackUp, isHurried }) =>
        end(mayBackUp ? 'vault locked, with time' : isHurried ? 'vault locked in a hurry' : 'vault locked')(),
      quit: end('vault quit'),
      hurry: () => done.push('hurried'),
    },
    tell: ({ name }) => done.push(name),
    reload: () => done.push('reloaded'),
    confirmLoss: () => {
      done.push('asked')
      return options.answer ?? Promise.resolve(options.confirms ?? false)
    },
  })
  const unlock = (): void => {
    state = 'open'
  }
  return { lock, done, restricted, unlock }
}

test('it notifies the page, waits for typed text to be saved, ends the vault process, and reloads the page', async () => {
  const { lock, done } = lockOf()
  const locking = lock.lock('command')
  expect(done).toEqual(['locking'])
  lock.ready(true)
  await locking
  expect(done).toEqual(['locking', 'vault locked, with time', 'reloaded'])
  expect(lock.last()).toEqual({ reason: 'command', isDraftSafe: true })
})

test('while it locks, main serves only reports of what was saved or copied, and restricts the vault too', async () => {
  const { lock, restricted } = lockOf()
  expect(lock.allows('clients.list')).toBe(true)
  const locking = lock.lock('idle')
  expect(lock.allows('clients.list')).toBe(false)
  expect(lock.allows('vault.unlock')).toBe(false)
  expect(lock.allows('lock.ready')).toBe(true)
  expect(restricted).toEqual([true])
  lock.ready(true)
  await locking
  expect(lock.allows('clients.list')).toBe(true)
})

test('fault 161: a copy that reaches the clipboard while Attune locks can still be announced', async () => {
  const { lock } = lockOf()
  const locking = lock.lock('command')
  expect(lock.allows('app.noteCopied')).toBe(true)
  lock.ready(true)
  await locking
})

test('after half a second the lock wins, and the loss is reported', async () => {
  vi.useFakeTimers()
  const { lock, done } = lockOf()
  const locking = lock.lock('idle')
  await vi.advanceTimersByTimeAsync(499)
  expect(done).toEqual(['locking'])
  await vi.advanceTimersByTimeAsync(1)
  await locking
  expect(done).toContain('vault locked, with time')
  expect(lock.last()).toEqual({ reason: 'idle', isDraftSafe: false })
  vi.useRealTimers()
})

test('before the computer sleeps, typed text has 0.2 seconds, and the vault is locked in a hurry', async () => {
  vi.useFakeTimers()
  const { lock, done } = lockOf()
  const locking = lock.lock('system')
  await vi.advanceTimersByTimeAsync(199)
  expect(done).toEqual(['locking'])
  await vi.advanceTimersByTimeAsync(1)
  await locking
  expect(done).toContain('vault locked in a hurry')
  expect(lock.last()).toEqual({ reason: 'system', isDraftSafe: false })
  vi.useRealTimers()
})

test('quitting asks if something could not be saved, and can be cancelled', async () => {
  const { lock, done, restricted } = lockOf({ confirms: false })
  const quitting = lock.lock('quit')
  lock.ready(false)
  expect(await quitting).toBe(false)
  expect(done).toEqual(['locking', 'asked'])
  expect(lock.allows('clients.list')).toBe(true)
  expect(restricted).toEqual([true, false])
})

test('quitting goes on if the loss is accepted, and never asks when the system shuts down', async () => {
  const accepted = lockOf({ confirms: true })
  const quitting = accepted.lock.lock('quit')
  accepted.lock.ready(false)
  expect(await quitting).toBe(true)
  expect(accepted.done).toEqual(['locking', 'asked', 'vault quit'])

  const shutdown = lockOf()
  shutdown.lock.noteSystemWaiting()
  const ending = shutdown.lock.lock('quit')
  shutdown.lock.ready(false)
  expect(await ending).toBe(true)
  expect(shutdown.done).toEqual(['locking', 'vault quit'])
})

test('a shutdown that begins while quitting asks does not wait for the answer', async () => {
  const answer = Promise.withResolvers<boolean>()
  const { lock, done } = lockOf({ answer: answer.promise })
  const quitting = lock.lock('quit')
  lock.ready(false)
  await vi.waitFor(() => expect(done).toEqual(['locking', 'asked']))
  lock.noteSystemWaiting()
  const withSystem = lock.lock('quit')
  expect(await Promise.all([quitting, withSystem])).toEqual([true, true])
  answer.resolve(false)
  expect(done).toEqual(['locking', 'asked', 'vault quit'])
  expect(lock.last()).toEqual({ reason: 'quit', isDraftSafe: false })
})

test('the computer going to sleep ends a running key derivation', async () => {
  const opening = lockOf({ state: 'locked', isOpening: true })
  await opening.lock.lock('system')
  expect(opening.done).toEqual(['vault locked in a hurry', 'reloaded'])
  const idle = lockOf({ state: 'locked' })
  await idle.lock.lock('system')
  expect(idle.done).toEqual([])
})

test('a second lock joins the one that is running', async () => {
  const { lock, done } = lockOf()
  const first = lock.lock('command')
  const second = lock.lock('idle')
  lock.ready(true)
  await Promise.all([first, second])
  expect(done).toEqual(['locking', 'vault locked, with time', 'reloaded'])
})

test('a lock on request reloads the page even if locked already; a lock by the system does not', async () => {
  const { lock, done } = lockOf({ state: 'locked' })
  await lock.lock('system')
  expect(done).toEqual([])
  await lock.lock('command')
  expect(done).toEqual(['reloaded'])
  expect(lock.last()).toBeNull()
})

test('a page that crashes while the vault is locked is reloaded, but not forever', async () => {
  const { lock, done } = lockOf({ state: 'locked' })
  for (const expected of [1, 2, 3, 3, 3]) {
    await lock.lock('failure')
    expect(done).toEqual(Array.from({ length: expected }, () => 'reloaded'))
  }
})

test('a page that crashes while its first request is pending is reloaded three times, and never again', async () => {
  const { lock, done } = lockOf({ state: 'locked', isOpening: true })
  for (const expected of [1, 2, 3, 3, 3]) {
    await lock.lock('failure')
    expect(done.filter((name) => name === 'reloaded')).toHaveLength(expected)
  }
  expect(done.at(-1)).toBe('vault locked')
})

test('a lock that ends a key derivation does not reset the count of crashes', async () => {
  const { lock, done } = lockOf({ state: 'locked', isOpening: true })
  for (let crash = 0; crash < 3; crash += 1) await lock.lock('failure')
  await lock.lock('system')
  done.length = 0
  await lock.lock('failure')
  expect(done).toEqual(['vault locked'])
})

test('a page that crashes now and then is reloaded each time: every lock of an open vault resets the count', async () => {
  const { lock, done, unlock } = lockOf({ state: 'locked' })
  for (let crash = 0; crash < 3; crash += 1) await lock.lock('failure')
  unlock()
  const locking = lock.lock('command')
  lock.ready(true)
  await locking
  done.length = 0
  await lock.lock('failure')
  expect(done).toEqual(['reloaded'])
})

test('only a lock that nobody waits for leaves time for a backup', async () => {
  for (const [reason, closing] of [
    ['command', 'vault locked, with time'],
    ['idle', 'vault locked, with time'],
    ['system', 'vault locked in a hurry'],
    ['failure', 'vault locked'],
    ['quit', 'vault quit'],
  ] as const) {
    const { lock, done } = lockOf()
    const locking = lock.lock(reason)
    lock.ready(true)
    await locking
    expect(done, reason).toContain(closing)
  }
})

test('the computer going to sleep ends a running backup, and starts none', async () => {
  const flushing = lockOf()
  const first = flushing.lock.lock('idle')
  void flushing.lock.lock('system')
  flushing.lock.ready(true)
  await first
  expect(flushing.done).toEqual(['locking', 'vault locked', 'reloaded'])

  let finish = () => undefined as void
  const closing = lockOf({ closing: new Promise((resolve) => (finish = resolve)) })
  const second = closing.lock.lock('command')
  closing.lock.ready(true)
  await vi.waitFor(() => expect(closing.done).toContain('vault locked, with time'))
  void closing.lock.lock('system')
  expect(closing.done.at(-1)).toBe('hurried')
  finish()
  await second
})
