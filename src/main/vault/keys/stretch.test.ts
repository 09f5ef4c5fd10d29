import { argon2Sync } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { runInThread } from '../threads/run-in-thread.ts'
import { argon2Floor, stretch } from './stretch.ts'

vi.unmock('./argon2.ts')
vi.mock('../threads/run-in-thread.ts', { spy: true })

const stretched = (): Promise<unknown> =>
  stretch(Buffer.from('quiet harbour seven lamps'), Buffer.alloc(16), argon2Floor)

test('fault 10: a computer without enough memory gets its own error, not a wrong passphrase', async () => {
  vi.mocked(runInThread).mockResolvedValueOnce({ kind: 'out-of-memory' })
  await expect(stretched()).rejects.toMatchObject({ name: 'AppError', code: 'out-of-memory' })
  const ended = Object.assign(new Error('ended'), { code: 'ERR_WORKER_OUT_OF_MEMORY' })
  vi.mocked(runInThread).mockRejectedValueOnce(ended)
  await expect(stretched()).rejects.toMatchObject({ name: 'AppError', code: 'out-of-memory' })
})

test('another failure of the thread, or an invalid key, is thrown unchanged', async () => {
  vi.mocked(runInThread).mockRejectedValueOnce(new TypeError('other'))
  await expect(stretched()).rejects.toThrow('other')
  vi.mocked(runInThread).mockResolvedValueOnce({
    kind: 'derived',
    key: new Uint8Array(31),
    processorMilliseconds: 1,
  })
  await expect(stretched()).rejects.toThrow('key')
})

test('argon2id agrees with the reference implementation of node:crypto', async () => {
  const salt = Buffer.alloc(16, 7)
  const message = Buffer.from('password of the known answer', 'utf8')
  const expected = argon2Sync('argon2id', {
    message,
    nonce: salt,
    parallelism: argon2Floor.parallelism,
    tagLength: 32,
    memory: argon2Floor.memoryKibibytes,
    passes: argon2Floor.passes,
  })
  expect(await stretch(message, salt, argon2Floor)).toEqual(expected)
})
