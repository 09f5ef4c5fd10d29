import { expect, test } from 'vitest'
import { createAttemptDelay } from './attempt-delay.ts'

test('each wrong passphrase doubles the wait for the next try, from one second up to thirty', async () => {
  let now = 0
  const waits: number[] = []
  const sleep = (milliseconds: number) => {
    waits.push(milliseconds / 1_000)
    now += milliseconds
    return Promise.resolve()
  }
  const attempts = createAttemptDelay(sleep, () => now)
  await attempts.wait()
  expect(waits).toEqual([])
  for (let attempt = 0; attempt < 7; attempt += 1) {
    attempts.noteFailure()
    await attempts.wait()
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30])
})

test('time that passed since the last try counts', async () => {
  let now = 0
  const waits: number[] = []
  const attempts = createAttemptDelay(
    (milliseconds) => {
      waits.push(milliseconds)
      return Promise.resolve()
    },
    () => now,
  )
  attempts.noteFailure()
  now = 600
  await attempts.wait()
  now = 5_000
  await attempts.wait()
  expect(waits).toEqual([400])
})
