import { vi } from 'vitest'

const floorKibibytes = 64 * 1024

/**
 * Makes Argon2id use a thousandth of the memory, in the test's own thread, in every test of the vault, except tests
 * that call `vi.unmock` for `keys/argon2.ts`. Costs in headers and the bounds that the app checks stay the same, and
 * no code of the app can lower them.
 */
vi.mock('../keys/argon2.ts', () => {
  const argon2: typeof import('../keys/argon2.ts').argon2 = async (job) => {
    // Imported when first used, so that a test can replace what these modules import.
    const { deriveHere } = await import('../keys/argon2-job.ts')
    const { handedOver } = await import('../threads/run-in-thread.ts')
    const { AppError } = await import('#shared/contract/result.ts')
    const memoryKibibytes =
      job.memoryKibibytes < floorKibibytes ? job.memoryKibibytes : Math.ceil(job.memoryKibibytes / 1024)
    const password = handedOver(job.password)
    const answer = await deriveHere({
      ...job,
      password,
      memoryKibibytes,
      isMeasured: job.isMeasured ?? false,
    })
    if (answer.kind === 'out-of-memory') throw new AppError('out-of-memory')
    return { key: Buffer.from(answer.key), processorMilliseconds: answer.processorMilliseconds }
  }
  return { argon2 }
})
