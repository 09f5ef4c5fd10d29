import { expect, test } from 'vitest'
import { createIdleBackup } from './idle-backup.ts'

const minute = 60_000

function idle() {
  const clock = { now: 0 }
  let made = 0
  const backup = createIdleBackup({
    now: () => clock.now,
    backUp: () => {
      made += 1
      return Promise.resolve()
    },
  })
  return { clock, backup, made: () => made }
}

test('a pause of three minutes is used, and work is never interrupted', async () => {
  const { clock, backup, made } = idle()
  clock.now = 2 * minute
  backup.noteRequest()
  clock.now = 4 * minute
  await backup.look()
  expect(made()).toBe(0)
  clock.now = 5 * minute
  await backup.look()
  expect(made()).toBe(1)
})

test('a backup is made at most once an hour, however many pauses there are', async () => {
  const { clock, backup, made } = idle()
  for (clock.now = 0; clock.now < 121 * minute; clock.now += minute) await backup.look()
  expect(made()).toBe(2)
})
