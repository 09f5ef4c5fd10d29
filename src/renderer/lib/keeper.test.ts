import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { createKeeper, type Kept } from './keeper.ts'

const pauseMilliseconds = 600

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

/** A keeper with a slow store; `takes` and `fails` set the duration and the failure of later saves. */
function slowStore() {
  const store = {
    takes: 50,
    fails: false,
    failure: new Error('refused'),
    begun: [] as number[],
    saved: [] as number[],
    atOnce: 0,
    mostAtOnce: 0,
    reports: [] as Kept[],
  }
  const keeper = createKeeper<number>({
    pauseMilliseconds,
    onChange: (kept) => store.reports.push(kept),
    save: async (typed) => {
      const { takes, fails, failure } = store
      store.begun.push(typed)
      store.atOnce += 1
      store.mostAtOnce = Math.max(store.mostAtOnce, store.atOnce)
      await new Promise((resolve) => setTimeout(resolve, takes))
      store.atOnce -= 1
      if (fails) throw failure
      store.saved.push(typed)
    },
  })
  return { store, keeper }
}

/** The outcome of a promise after enough time for everything to end. */
async function endOf(promise: Promise<void>): Promise<'resolved' | 'rejected'> {
  const end = promise.then(
    () => 'resolved' as const,
    () => 'rejected' as const,
  )
  await vi.advanceTimersByTimeAsync(60_000)
  return end
}

describe('input that a vault refuses while it is being replaced', () => {
  it('is kept and sent again until the vault takes it', async () => {
    const { store, keeper } = slowStore()
    store.fails = true
    store.failure = new AppError('vault-being-replaced')
    keeper.keep(7)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(store.begun.length).toBeGreaterThan(2)
    expect(store.reports.at(-1)).toMatchObject({ isKept: false, failure: store.failure })
    store.fails = false
    await vi.advanceTimersByTimeAsync(2_000)
    expect(store.saved).toEqual([7])
    expect(store.reports.at(-1)).toMatchObject({ isKept: true, failure: null })
  })

  it('is not sent again after any other failure', async () => {
    const { store, keeper } = slowStore()
    store.fails = true
    keeper.keep(7)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(store.begun).toEqual([7])
  })
})

describe('typed input', () => {
  it('is saved once, after a pause that every further word restarts', async () => {
    const { store, keeper } = slowStore()
    keeper.keep(1)
    await vi.advanceTimersByTimeAsync(pauseMilliseconds - 1)
    keeper.keep(2)
    await vi.advanceTimersByTimeAsync(pauseMilliseconds - 1)
    expect(store.begun).toEqual([])
    await vi.advanceTimersByTimeAsync(1 + store.takes)
    expect(store.saved).toEqual([2])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(store.begun).toEqual([2])
  })

  it('during a save is saved after it, never at the same time', async () => {
    const { store, keeper } = slowStore()
    store.takes = 5_000
    keeper.keep(1)
    await vi.advanceTimersByTimeAsync(pauseMilliseconds)
    keeper.keep(2)
    await vi.advanceTimersByTimeAsync(pauseMilliseconds)
    expect(store.begun).toEqual([1])
    await vi.advanceTimersByTimeAsync(20_000)
    expect(store.saved).toEqual([1, 2])
    expect(store.mostAtOnce).toBe(1)
  })

  it('counts as saved only when nothing newer waits', async () => {
    const { store, keeper } = slowStore()
    keeper.keep(1)
    expect(store.reports.at(-1)?.isKept).toBe(false)
    await vi.advanceTimersByTimeAsync(pauseMilliseconds + 10)
    keeper.keep(2)
    await vi.advanceTimersByTimeAsync(store.takes)
    expect(store.saved).toEqual([1])
    expect(store.reports.at(-1)).toMatchObject({ isKept: false, keptAt: expect.any(Date) })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(store.reports.at(-1)?.isKept).toBe(true)
  })

  it('stays after a failed save, which is reported, and is part of the next attempt', async () => {
    const { store, keeper } = slowStore()
    store.fails = true
    keeper.keep(1)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(store.begun).toEqual([1])
    expect(store.reports.at(-1)).toMatchObject({ isKept: false, failure: new Error('refused') })
    store.fails = false
    expect(await endOf(keeper.flush())).toBe('resolved')
    expect(store.saved).toEqual([1])
    expect(store.reports.at(-1)).toMatchObject({ isKept: true, failure: null })
  })

  it('is replaced by newer input if its save fails', async () => {
    const { store, keeper } = slowStore()
    store.fails = true
    keeper.keep(1)
    await vi.advanceTimersByTimeAsync(pauseMilliseconds + 10)
    store.fails = false
    keeper.keep(2)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(store.saved).toEqual([2])
  })

  it('that another operation will save is saved only by a flush', async () => {
    const { store, keeper } = slowStore()
    keeper.keep(1)
    keeper.hold(2)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(store.begun).toEqual([])
    await endOf(keeper.flush())
    expect(store.saved).toEqual([2])
  })

  it('forgotten during its save does not come back if that fails', async () => {
    const { store, keeper } = slowStore()
    store.fails = true
    keeper.keep(1)
    await vi.advanceTimersByTimeAsync(pauseMilliseconds + 10)
    keeper.forget()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(store.reports.at(-1)).toEqual({ isKept: true, keptAt: null, failure: null })
    store.fails = false
    expect(await endOf(keeper.flush())).toBe('resolved')
    expect(store.begun).toEqual([1])
  })
})

describe('a flush', () => {
  it('waits for the save under way and for input typed meanwhile', async () => {
    const { store, keeper } = slowStore()
    store.takes = 1_000
    keeper.keep(1)
    await vi.advanceTimersByTimeAsync(pauseMilliseconds)
    let isDone = false
    const flushed = keeper.flush().then(() => {
      isDone = true
    })
    keeper.keep(2)
    await vi.advanceTimersByTimeAsync(1_500)
    keeper.keep(3)
    await vi.advanceTimersByTimeAsync(500)
    expect(store.saved).toEqual([1, 2])
    expect(isDone).toBe(false)
    // Does not wait for the pause: a lock has no time for it.
    await vi.advanceTimersByTimeAsync(1)
    expect(store.begun).toEqual([1, 2, 3])
    expect(await endOf(flushed)).toBe('resolved')
    expect(store.saved).toEqual([1, 2, 3])
  })

  it('rejects if a save fails, and resolves at once if nothing waits', async () => {
    const { store, keeper } = slowStore()
    expect(await endOf(keeper.flush())).toBe('resolved')
    expect(store.begun).toEqual([])
    store.fails = true
    keeper.keep(1)
    expect(await endOf(keeper.flush())).toBe('rejected')
  })
})

describe('for any input and any outcome of the saves', () => {
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.constant('type' as const) },
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 1_500 }) },
    { weight: 2, arbitrary: fc.constant('flush' as const) },
    { weight: 1, arbitrary: fc.constant('forget' as const) },
    { weight: 1, arbitrary: fc.constant('hold' as const) },
    { weight: 2, arbitrary: fc.record({ takes: fc.integer({ min: 0, max: 2_000 }), fails: fc.boolean() }) },
  )

  it('no input is lost or overtaken, and no two saves run at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { store, keeper } = slowStore()
        let typed = 0
        let forgotten = 0
        for (const next of steps) {
          if (next === 'type') keeper.keep((typed += 1))
          else if (next === 'hold') keeper.hold((typed += 1))
          else if (next === 'flush') keeper.flush().catch(() => undefined)
          else if (next === 'forget') {
            keeper.forget()
            forgotten = typed
          } else if (typeof next === 'number') {
            const begunBefore = store.begun.length
            await vi.advanceTimersByTimeAsync(next)
            expect(store.begun.slice(begunBefore).every((value) => value > forgotten)).toBe(true)
          } else Object.assign(store, next)
        }
        store.fails = false
        expect(await endOf(keeper.flush())).toBe('resolved')
        if (typed > forgotten) expect(store.saved.at(-1)).toBe(typed)
        expect(store.saved).toEqual(store.saved.toSorted((one, other) => one - other))
        expect(store.begun).toEqual(store.begun.toSorted((one, other) => one - other))
        expect(store.mostAtOnce).toBeLessThanOrEqual(1)
        if (typed > forgotten) expect(store.reports.at(-1)?.failure).toBeNull()
      }),
      { numRuns: 300 },
    )
  })
})
