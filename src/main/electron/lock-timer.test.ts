import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLockTimer } from './lock-timer.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function timer() {
  const clock = { wall: 0, monotonic: 0 }
  const told: string[] = []
  const lockTimer = createLockTimer({
    minutes: () => 5,
    now: () => ({ ...clock }),
    onSoon: (seconds) => told.push(`soon ${seconds}`),
    onCancelled: () => told.push('cancelled'),
    onDue: () => told.push('due'),
  })
  const pass = (seconds: number, clocks: { wall?: number; monotonic?: number } = {}) => {
    clock.wall += clocks.wall ?? seconds * 1_000
    clock.monotonic += clocks.monotonic ?? seconds * 1_000
    vi.advanceTimersByTime(1_000)
  }
  return { lockTimer, told, pass }
}

test('it warns half a minute before, and locks when the time is up', () => {
  const { lockTimer, told, pass } = timer()
  lockTimer.start()
  pass(269)
  expect(told).toEqual([])
  pass(1)
  expect(told).toEqual(['soon 30'])
  pass(29)
  expect(told).toEqual(['soon 30'])
  pass(1)
  expect(told).toEqual(['soon 30', 'due'])
})

test('a sign of life takes the warning back and starts the time again', () => {
  const { lockTimer, told, pass } = timer()
  lockTimer.start()
  pass(280)
  lockTimer.noteActivity()
  expect(told).toEqual(['soon 20', 'cancelled'])
  pass(200)
  expect(told).toHaveLength(2)
})

test('fault 35: sleep counts although the monotonic clock stood still', () => {
  const { lockTimer, told, pass } = timer()
  lockTimer.start()
  pass(400, { monotonic: 0 })
  expect(told).toEqual(['due'])
})

test('fault 32: a clock that was set back does not gain time', () => {
  const { lockTimer, told, pass } = timer()
  lockTimer.start()
  pass(301, { wall: -3_600_000 })
  expect(told).toEqual(['due'])
})

test('a stopped timer stays silent', () => {
  const { lockTimer, told, pass } = timer()
  lockTimer.start()
  lockTimer.stop()
  pass(1_000)
  expect(told).toEqual([])
})
