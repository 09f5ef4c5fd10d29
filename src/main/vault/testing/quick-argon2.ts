import { vi } from 'vitest'

const floorKibibytes = 64 * 1024

/**
 * Makes Argon2id use a thousandth of the memory in every test of the vault, except tests that call
 * `vi.unmock('hash-wasm')`. Costs in headers and the bounds that the app checks stay the same, and no code of the app
 * can lower them.
 */
vi.mock('hash-wasm', async (importOriginal) => {
  const real = await importOriginal<typeof import('hash-wasm')>()
  const argon2id: typeof real.argon2id = (options) =>
    options.memorySize < floorKibibytes
      ? real.argon2id(options)
      : real.argon2id({ ...options, memorySize: Math.ceil(options.memorySize / 1024) })
  return { ...real, argon2id }
})
