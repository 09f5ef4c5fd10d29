import { vi } from 'vitest'

const floorKibibytes = 64 * 1024

/**
 * Stretches passphrases by Argon2id with a thousandth of the memory in every test of the vault that does not ask for
 * the true cost by `vi.unmock('hash-wasm')`. The costs in headers stay what they are, and so do the bounds that the
 * app checks: nothing of the app can lower them.
 */
vi.mock('hash-wasm', async (importOriginal) => {
  const real = await importOriginal<typeof import('hash-wasm')>()
  const argon2id: typeof real.argon2id = (options) =>
    options.memorySize < floorKibibytes
      ? real.argon2id(options)
      : real.argon2id({ ...options, memorySize: Math.ceil(options.memorySize / 1024) })
  return { ...real, argon2id }
})
