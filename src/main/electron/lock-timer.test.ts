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
  const events: string[] = []
  const lockTimer = createLockTimer({
    minutes: () => 5,
    now: () => ({ ...clock }),
    onSoon: (seconds) => events.push(`soon ${seconds}`),
    onCancelled: () => events.push('cancelled'),
    onDue: () => events.push('due'),
  })
  const pass = (seconds: number, clocks: { wall?: number; monotonic?: number } = {}) => {
    clock.wall += clocks.wall ?? seconds * 1_000
    clock.monotonic += clocks.monotonic ?? seconds * 1_000
    vi.advanceTimersByTime(1_000)
  }
  return { lockTimer, events, pass }
}

test('it warns half a minute before, and locks when the time is up', () => {
  const { lockTimer, events, pass } = timer()
  lockTimer.start()
  pass(269)
  expect(events).toEqual([])
  pass(1)
  expect(events).toEqual(['soon 30'])
  pass(29)
  expect(events).toEqual(['soon 30'])
  pass(1)
  expect(events).toEqual(['soon 30', 'due'])
})

test('activity cancels the warning and starts the time again', () => {
  const { lockTimer, events, pass } = timer()
  lockTimer.start()
  pass(280)
  lockTimer.noteActivity()
  expect(events).toEqual(['soon 20', 'cancelled'])
  pass(200)
  expect(events).toHaveLength(2)
})

test('fault 35: sleep counts although the monotonic clock stops', () => {
  const { lockTimer, events, pass } = timer()
  lockTimer.start()
  pass(400, { monotonic: 0 })
  expect(events).toEqual(['due'])
})

test('fault 32: setting the clock back gains no time', () => {
  const { lockTimer, events, pass } = timer()
  lockTimer.start()
  pass(301, { wall: -3_600_000 })
  expect(events).toEqual(['due'])
})

test('a stopped timer stays silent', () => {
  const { lockTimer, events, pass } = timer()
  lockTimer.start()
  lockTimer.stop()
  pass(1_000)
  expect(events).toEqual([])
})
