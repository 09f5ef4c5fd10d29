import { StrictMode } from 'react'
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { saveUnsaved } from './unsaved.ts'
import { useKept } from './use-kept.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(async () => {
  cleanup()
  await vi.runAllTimersAsync()
  vi.useRealTimers()
})

/** The hook with a store that takes a tenth of a second, and the saved input. */
async function typing() {
  const saved: string[] = []
  const store = { fails: false }
  const hook = renderHook(
    () =>
      useKept(async (typed: string) => {
        await new Promise((resolve) => setTimeout(resolve, 100))
        if (store.fails) throw new Error('refused')
        saved.push(typed)
      }, 600),
    { wrapper: StrictMode },
  )
  // Strict mode mounts twice; the first mount ends a moment later.
  await act(() => Promise.resolve())
  return { saved, store, ...hook }
}

describe('typed input', () => {
  it('is saved after a pause, and the screen shows when', async () => {
    const { saved, result } = await typing()
    act(() => result.current.keep('a'))
    expect(result.current.isKept).toBe(false)
    await act(() => vi.advanceTimersByTimeAsync(700))
    expect(saved).toEqual(['a'])
    expect(result.current).toMatchObject({ isKept: true, keptAt: expect.any(Date), failure: null })
  })

  it('is saved when its screen is left', async () => {
    const { saved, result, unmount } = await typing()
    act(() => result.current.keep('a'))
    unmount()
    await vi.advanceTimersByTimeAsync(100)
    expect(saved).toEqual(['a'])
  })

  it('is saved at a lock, which waits for it', async () => {
    const { saved, result } = await typing()
    act(() => result.current.keep('a'))
    const safe = saveUnsaved()
    await act(() => vi.advanceTimersByTimeAsync(100))
    expect(await safe).toBe(true)
    expect(saved).toEqual(['a'])
  })

  it('delays a lock that comes just after the user left its screen', async () => {
    const { saved, result, unmount } = await typing()
    act(() => result.current.keep('a'))
    unmount()
    let isSafe: boolean | undefined
    void saveUnsaved().then((value) => {
      isSafe = value
    })
    await vi.advanceTimersByTimeAsync(99)
    expect(isSafe).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1)
    expect(isSafe).toBe(true)
    expect(saved).toEqual(['a'])
  })

  it('is reported as lost by a lock that could not save it', async () => {
    const { store, result } = await typing()
    store.fails = true
    act(() => result.current.keep('a'))
    const safe = saveUnsaved()
    await act(() => vi.advanceTimersByTimeAsync(100))
    expect(await safe).toBe(false)
    expect(result.current.failure).toEqual(new Error('refused'))
  })

  it('is not saved again by a later lock', async () => {
    const { saved, result, unmount } = await typing()
    act(() => result.current.keep('a'))
    unmount()
    await vi.advanceTimersByTimeAsync(1_000)
    let isSafe: boolean | undefined
    void saveUnsaved().then((value) => {
      isSafe = value
    })
    await vi.advanceTimersByTimeAsync(0)
    expect(isSafe).toBe(true)
    expect(saved).toEqual(['a'])
  })
})
