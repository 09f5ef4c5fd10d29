import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createOwnEnd } from './own-end.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const minute = 60_000

function unlocked() {
  const ended = vi.fn()
  const clock = { asleep: 0 }
  const ownEnd = createOwnEnd({
    now: () => ({ wall: Date.now() + clock.asleep, monotonic: performance.now() }),
    end: ended,
  })
  ownEnd.noteState('open')
  /** Lets time pass, with main's signs of life or without. */
  const pass = (milliseconds: number, lockAfterMinutes: number | null): void => {
    for (let passed = 0; passed < milliseconds; passed += 10_000) {
      if (lockAfterMinutes !== null) ownEnd.noteSign(lockAfterMinutes)
      vi.advanceTimersByTime(10_000)
    }
  }
  return { ownEnd, ended, clock, pass }
}

test('fault 110: without a sign of life from main, an unlocked process ends after two minutes', () => {
  const { ended, pass } = unlocked()
  pass(110_000, null)
  expect(ended).not.toHaveBeenCalled()
  pass(10_000, null)
  expect(ended).toHaveBeenCalledOnce()
  pass(10 * minute, null)
  expect(ended).toHaveBeenCalledOnce()
})

test('fault 110: a minute after main should have locked, an unlocked process ends although main is there', () => {
  const { ended, pass } = unlocked()
  pass(5 * minute + 50_000, 5)
  expect(ended).not.toHaveBeenCalled()
  pass(10_000, 5)
  expect(ended).toHaveBeenCalledOnce()
})

test('activity and a hand-over begin the time without activity again', () => {
  const { ownEnd, ended, pass } = unlocked()
  pass(5 * minute, 5)
  ownEnd.noteActivity()
  pass(5 * minute, 5)
  ownEnd.noteState('handOver')
  pass(5 * minute, 5)
  expect(ended).not.toHaveBeenCalled()
})

test('sleep counts as time without activity, and not as missed signs', () => {
  const { ended, clock, pass } = unlocked()
  pass(10_000, 60)
  clock.asleep = 30 * minute
  pass(10_000, 60)
  expect(ended).not.toHaveBeenCalled()
  clock.asleep = 70 * minute
  pass(10_000, 60)
  expect(ended).toHaveBeenCalledOnce()
})

test('a clock that is set back lengthens nothing', () => {
  const { ended, clock, pass } = unlocked()
  clock.asleep = -600 * minute
  pass(6 * minute, 5)
  expect(ended).toHaveBeenCalledOnce()
})

test('a locked process stays', () => {
  const { ownEnd, ended, pass } = unlocked()
  ownEnd.noteState('locked')
  pass(120 * minute, null)
  expect(ended).not.toHaveBeenCalled()
})
