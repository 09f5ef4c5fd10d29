import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Backups, PlaceOutcome } from './backup-service.ts'
import type { BackedUpVault } from './backed-up-vault.ts'
import { backUpBefore } from './back-up-before.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

// Nothing here looks into the vault.
const vault = {} as BackedUpVault

/** Backups that report progress every ten seconds, this many times, and finish after that or never. */
function backupsThatReport(times: number, outcomes: readonly PlaceOutcome[] | null): Pick<Backups, 'make'> {
  return {
    make: (_vault, options) =>
      new Promise((resolve) => {
        let reported = 0
        const timer = setInterval(() => {
          options?.progress?.(reported, times)
          reported += 1
          if (reported < times) return
          clearInterval(timer)
          if (outcomes) resolve(outcomes)
        }, 10_000)
      }),
  }
}

test('a backup that goes on for minutes is waited for', async () => {
  const made = [{ place: 'chosen', code: null, isNew: true }] as const
  const backed = backUpBefore(backupsThatReport(30, made), vault, 'before-restore')
  await vi.advanceTimersByTimeAsync(300_000)
  expect(await backed).toBe(true)
})

test('fault 92: a place that hangs holds changes back for half a minute, not for ever', async () => {
  let answer: boolean | null = null
  void backUpBefore(backupsThatReport(1, null), vault, 'before-restore').then((found) => (answer = found))
  await vi.advanceTimersByTimeAsync(39_000)
  expect(answer).toBeNull()
  await vi.advanceTimersByTimeAsync(4_000)
  expect(answer).toBe(false)
})
