import { argon2id } from 'hash-wasm'
import { z } from 'zod'
import { AppError } from '#shared/contract/result.ts'

/**
 * The cost of turning a passphrase into a key by Argon2id (RFC 9106).
 *
 * The floor is far above OWASP's least (19 MiB, 2 passes); the ceiling keeps a forged header from eating all memory.
 */
export const argon2CostSchema = z.strictObject({
  memoryKibibytes: z
    .int()
    .min(64 * 1024)
    .max(1024 * 1024),
  passes: z.int().min(3).max(16),
  // hash-wasm runs lanes one after the other, so more than one would only help somebody who guesses.
  parallelism: z.literal(1),
})
export type Argon2Cost = z.output<typeof argon2CostSchema>

export const argon2Floor: Argon2Cost = { memoryKibibytes: 64 * 1024, passes: 3, parallelism: 1 }
export const argon2Ceiling: Argon2Cost = { memoryKibibytes: 1024 * 1024, passes: 16, parallelism: 1 }

/** Stretches a passphrase into 32 bytes. Throws `out-of-memory` where the machine can't give what the cost asks. */
export async function stretch(passphrase: Uint8Array, salt: Uint8Array, cost: Argon2Cost): Promise<Buffer> {
  try {
    const bytes = await argon2id({
      password: passphrase,
      salt,
      memorySize: cost.memoryKibibytes,
      iterations: cost.passes,
      parallelism: cost.parallelism,
      hashLength: 32,
      outputType: 'binary',
    })
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  } catch (cause) {
    // A WebAssembly memory that can't grow is a RangeError, or a RuntimeError once it runs.
    if (cause instanceof RangeError || (cause instanceof Error && cause.name === 'RuntimeError'))
      throw new AppError('out-of-memory', [], { cause })
    throw cause
  }
}
