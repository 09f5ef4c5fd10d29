import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createAttemptDelay } from './attempt-delay.ts'
import { readFailedAttempts } from './failed-attempts.ts'

const start = Date.parse('2026-03-20T15:00:00.000Z')

/** A process over a folder. Its clock moves only by its own waits. */
function processIn(folder: string, wall = { now: start }) {
  let monotonic = 0
  const waits: number[] = []
  const attempts = createAttemptDelay({
    folder,
    sleep: (milliseconds) => {
      waits.push(milliseconds)
      monotonic += milliseconds
      wall.now += milliseconds
      return Promise.resolve()
    },
    monotonic: () => monotonic,
    now: () => new Date(wall.now),
  })
  const pass = (milliseconds: number) => {
    monotonic += milliseconds
    wall.now += milliseconds
  }
  return { attempts, waits, pass, wall }
}

test('fault 1: each wrong try doubles the wait for the next one, from one second up to thirty', async () => {
  const { attempts, waits } = processIn(temporaryFolder())
  await attempts.wait()
  expect(waits).toEqual([])
  for (let attempt = 0; attempt < 7; attempt += 1) {
    attempts.noteFailure()
    await attempts.wait()
  }
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
})

test('time since the last try counts towards the wait', async () => {
  const { attempts, waits, pass } = processIn(temporaryFolder())
  attempts.noteFailure()
  pass(600)
  expect(attempts.millisecondsLeft()).toBe(400)
  await attempts.wait()
  pass(5_000)
  await attempts.wait()
  expect(waits).toEqual([400])
})

test('a restart gains no time, and a changed clock costs no more than the wait itself', () => {
  const folder = temporaryFolder()
  const first = processIn(folder)
  for (let attempt = 0; attempt < 5; attempt += 1) first.attempts.noteFailure()
  expect(processIn(folder, { now: start + 10_000 }).attempts.millisecondsLeft()).toBe(6_000)
  expect(processIn(folder, { now: start - 86_400_000 }).attempts.millisecondsLeft()).toBe(16_000)
  expect(processIn(folder, { now: start + 86_400_000 }).attempts.millisecondsLeft()).toBe(0)
  const next = processIn(folder, { now: start + 60_000 })
  next.attempts.noteFailure()
  expect(next.attempts.failed().count).toBe(6)
  expect(next.attempts.millisecondsLeft()).toBe(30_000)
})

test('the file holds the number and times of tries, at most a hundred times, and is deleted once the vault has recorded them', () => {
  const folder = temporaryFolder()
  const { attempts, wall } = processIn(folder)
  for (let attempt = 0; attempt < 130; attempt += 1) {
    wall.now += 1_000
    attempts.noteFailure()
  }
  const kept = JSON.parse(readFileSync(join(folder, 'attempts.json'), 'utf8')) as object
  expect(Object.keys(kept)).toEqual(['format', 'version', 'count', 'times'])
  const read = readFailedAttempts(folder)
  expect(read.count).toBe(130)
  expect(read.times).toHaveLength(100)
  expect(read.times.at(-1)).toBe(new Date(start + 130_000).toISOString())
  attempts.forget({ isNoted: true })
  expect(readFailedAttempts(folder)).toEqual({ count: 0, times: [] })
  expect(attempts.millisecondsLeft()).toBe(0)
})

test('a damaged, senseless or huge file keeps nobody out', () => {
  const folder = temporaryFolder()
  const file = join(folder, 'attempts.json')
  const nonsense = [
    '',
    '{',
    '[]',
    'null',
    '{"format":"attune-attempts","version":1,"count":-1,"times":["2026-03-20T15:00:00.000Z"]}',
    '{"format":"attune-attempts","version":1,"count":9,"times":["tomorrow"]}',
    '{"format":"attune-attempts","version":2,"count":9,"times":[]}',
    'x'.repeat(1_000_000),
  ]
  for (const content of nonsense) {
    writeFileSync(file, content)
    const { attempts } = processIn(folder)
    expect(attempts.millisecondsLeft()).toBe(0)
    attempts.noteFailure()
    expect(readFailedAttempts(folder).count).toBe(1)
  }
  const far =
    '{"format":"attune-attempts","version":1,"count":900719925474099,"times":["9999-01-01T00:00:00.000Z"]}'
  writeFileSync(file, far)
  expect(processIn(folder).attempts.millisecondsLeft()).toBe(30_000)
})

test('if the file can’t be written, wrong tries are still slowed', async () => {
  const { attempts, waits } = processIn(join(temporaryFolder(), 'not-there'))
  attempts.noteFailure()
  attempts.noteFailure()
  await attempts.wait()
  expect(waits).toEqual([2_000])
})

test('wrong tries at the end of a hand-over are slowed and not written to the file', async () => {
  const folder = temporaryFolder()
  const { attempts, waits } = processIn(folder)
  attempts.noteFailureInside()
  attempts.noteFailureInside()
  await attempts.wait()
  expect(waits).toEqual([2_000])
  expect(readFailedAttempts(folder).count).toBe(0)
  attempts.noteSuccessInside()
  attempts.noteFailureInside()
  expect(attempts.millisecondsLeft()).toBe(1_000)
})
