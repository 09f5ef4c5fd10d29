import { z } from 'zod'
import { argon2 } from './argon2.ts'

/**
 * The cost of turning a passphrase into a key by Argon2id (RFC 9106).
 *
 * The floor is far above OWASP's minimum (19 MiB, 2 passes); the ceiling prevents a forged header from using all
 * memory.
 */
export const argon2CostSchema = z.strictObject({
  memoryKibibytes: z
    .int()
    .min(64 * 1024)
    .max(1024 * 1024),
  // Attune has never asked for another number, so a header that does is not its own.
  passes: z.int().min(3).max(3),
  // hash-wasm runs lanes one after the other, so more than one would only help somebody who guesses.
  parallelism: z.literal(1),
})
export type Argon2Cost = z.output<typeof argon2CostSchema>

export const argon2Floor: Argon2Cost = { memoryKibibytes: 64 * 1024, passes: 3, parallelism: 1 }
export const argon2Ceiling: Argon2Cost = { memoryKibibytes: 1024 * 1024, passes: 3, parallelism: 1 }

/**
 * Stretches a passphrase into 32 bytes. Throws `out-of-memory` if the computer can't provide the memory of this cost.
 */
export async function stretch(passphrase: Uint8Array, salt: Uint8Array, cost: Argon2Cost): Promise<Buffer> {
  const { key } = await argon2({ password: passphrase, salt, ...cost })
  return key
}

/** Measures the processor time of one derivation at a cost on this computer, in milliseconds. */
export async function measureStretch(cost: Argon2Cost): Promise<number> {
  const nothing = new Uint8Array(16)
  const { key, processorMilliseconds } = await argon2({
    password: nothing,
    salt: nothing,
    ...cost,
    isMeasured: true,
  })
  key.fill(0)
  return processorMilliseconds
}
