import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { argon2 } from './argon2.ts'
import { handedOver, runInThread } from '../threads/run-in-thread.ts'
import { argon2Floor } from './stretch.ts'

vi.unmock('./argon2.ts')
vi.mock('../threads/run-in-thread.ts', { spy: true })

const salt = Buffer.alloc(16, 7)
const derived = (given: string) => argon2({ password: Buffer.from(given), salt, ...argon2Floor })

/** The memory that only this process uses, in megabytes. */
function privateMegabytes(): number {
  const rollup = readFileSync('/proc/self/smaps_rollup', 'utf8')
  const sizes = [...rollup.matchAll(/^Private_(?:Clean|Dirty): +(\d+) kB$/gm)]
  return sizes.reduce((sum, [, kibibytes]) => sum + Number(kibibytes), 0) / 1_000
}

test('the calling thread keeps running while a key is derived', async () => {
  let ticks = 0
  const ticking = setInterval(() => (ticks += 1), 5)
  await derived('quiet harbour seven lamps')
  clearInterval(ticking)
  expect(ticks).toBeGreaterThan(20)
})

test.runIf(process.platform === 'linux')(
  'the memory of a derivation is free once the key is there',
  async () => {
    await derived('the first, after which everything is loaded')
    const before = privateMegabytes()
    for (const given of ['quiet harbour', 'seven lamps']) await derived(given)
    expect(privateMegabytes() - before).toBeLessThan(argon2Floor.memoryKibibytes / 1024 / 2)
  },
)

test('the transferred passphrase can’t be read here any more, and the caller keeps its own bytes', async () => {
  const handed = vi.mocked(handedOver)
  const password = Buffer.from('quiet harbour seven lamps')
  await argon2({ password, salt, ...argon2Floor })
  expect(handed.mock.results.at(-1)?.value).toHaveLength(0)
  expect(password.toString()).toBe('quiet harbour seven lamps')
})

test('if no thread can start, no copy of the passphrase stays behind', async () => {
  const handed = vi.mocked(handedOver)
  vi.mocked(runInThread).mockRejectedValueOnce(
    Object.assign(new Error('no thread'), { code: 'ERR_WORKER_INIT_FAILED' }),
  )
  await expect(derived('quiet harbour seven lamps')).rejects.toMatchObject({ code: 'out-of-memory' })
  const copy: unknown = handed.mock.results.at(-1)?.value
  expect(copy).toEqual(new Uint8Array(25))
})
