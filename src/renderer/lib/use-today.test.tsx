import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { renderInCache } from '../testing/render-hooks.tsx'
import { useAsk } from './ask.ts'
import { useToday, useTurnOfDay } from './use-today.ts'

beforeEach(() => {
  // Ten seconds before midnight on this computer.
  vi.useFakeTimers({
    now: new Date(2026, 2, 20, 23, 59, 50),
    toFake: ['Date', 'setTimeout', 'clearTimeout'],
  })
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('fault 101: the day turns at local midnight by itself', () => {
  const { result } = renderHook(useToday)
  act(() => void vi.advanceTimersByTime(9_000))
  expect(result.current.date).toBe('2026-03-20')
  act(() => void vi.advanceTimersByTime(1_000))
  expect(result.current.date).toBe('2026-03-21')
})

test('fault 101: the day has turned when the window wakes up, before any timer', () => {
  const { result } = renderHook(useToday)
  for (const [wake, day] of [
    [() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })), 21],
    [() => window.dispatchEvent(new Event('focus')), 22],
  ] as const) {
    vi.setSystemTime(new Date(2026, 2, day, 9))
    act(() => void wake())
    expect(result.current.date).toBe(`2026-03-${day}`)
  }
})

test('fault 101: the day follows a new time zone within half a minute', () => {
  vi.setSystemTime(new Date('2026-03-20T13:00:00.000Z'))
  let zone = 'America/Los_Angeles'
  const real = Intl.DateTimeFormat().resolvedOptions()
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockImplementation(() => ({
    ...real,
    timeZone: zone,
  }))
  const { result } = renderHook(useToday)
  expect(result.current).toEqual({ date: '2026-03-20', zone })
  zone = 'Pacific/Auckland'
  act(() => void vi.advanceTimersByTime(30_000))
  expect(result.current).toEqual({ date: '2026-03-21', zone })
})

test('fault 101: a screen’s answers are asked for again when the day turns, and not before', async () => {
  const { asked } = renderInCache(() => {
    useTurnOfDay()
    return useAsk('today.get')
  })
  await act(() => vi.advanceTimersByTimeAsync(9_000))
  expect(asked).toEqual(['today.get'])
  await act(() => vi.advanceTimersByTimeAsync(1_000))
  expect(asked).toEqual(['today.get', 'today.get'])
})

test('every screen sees the same day, and nothing is watched after the last has gone', () => {
  const first = renderHook(useToday)
  const second = renderHook(useToday)
  act(() => void vi.advanceTimersByTime(10_000))
  expect(second.result.current).toBe(first.result.current)
  first.unmount()
  second.unmount()
  expect(vi.getTimerCount()).toBe(0)
})
