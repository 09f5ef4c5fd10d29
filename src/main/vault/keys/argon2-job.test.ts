import { expect, test, vi } from 'vitest'
import { deriveHere } from './argon2-job.ts'

const failing = vi.hoisted(() => ({ cause: new Error() }))
vi.mock('hash-wasm', () => ({ argon2id: () => Promise.reject(failing.cause) }))

const jobOf = (password: string) => ({
  password: new Uint8Array(Buffer.from(password)),
  salt: new Uint8Array(16),
  memoryKibibytes: 64 * 1024,
  passes: 3,
  parallelism: 1,
  isMeasured: false,
})
const derived = (cause: Error) => {
  failing.cause = cause
  return deriveHere(jobOf('quiet harbour seven lamps'))
}

test('fault 10: a computer without enough memory gets its own error, and other failures keep theirs', async () => {
  const grown = new RangeError('WebAssembly.Memory.grow(): Maximum memory size exceeded')
  expect(await derived(grown)).toEqual({ kind: 'out-of-memory' })
  const trap = Object.assign(new Error('memory access out of bounds'), { name: 'RuntimeError' })
  expect(await derived(trap)).toEqual({ kind: 'out-of-memory' })
  await expect(derived(new TypeError('other'))).rejects.toThrow('other')
})

test('the thread wipes the passphrase, whether the derivation succeeds or fails', async () => {
  failing.cause = new TypeError('other')
  const job = jobOf('quiet harbour seven lamps')
  await expect(deriveHere(job)).rejects.toThrow('other')
  expect(job.password).toEqual(new Uint8Array(25))
})
