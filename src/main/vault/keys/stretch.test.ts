import { expect, test, vi } from 'vitest'
import { stretch } from './stretch.ts'

const failing = vi.hoisted(() => ({ cause: new Error() }))
vi.mock('hash-wasm', () => ({ argon2id: () => Promise.reject(failing.cause) }))

const cost = { memoryKibibytes: 64 * 1024, passes: 3, parallelism: 1 } as const
const stretched = (cause: Error): Promise<unknown> => {
  failing.cause = cause
  return stretch(Buffer.from('quiet harbour seven lamps'), Buffer.alloc(16), cost)
}

test('fault 10: a machine that can’t give the memory is told as that, not as a wrong passphrase', async () => {
  const grown = new RangeError('WebAssembly.Memory.grow(): Maximum memory size exceeded')
  await expect(stretched(grown)).rejects.toMatchObject({ name: 'AppError', code: 'out-of-memory' })
  const trap = Object.assign(new Error('memory access out of bounds'), { name: 'RuntimeError' })
  await expect(stretched(trap)).rejects.toMatchObject({ code: 'out-of-memory' })
  await expect(stretched(new TypeError('other'))).rejects.toThrow('other')
})
