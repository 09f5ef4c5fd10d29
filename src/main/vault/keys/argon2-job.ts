import { argon2id } from 'hash-wasm'

/** The input of Argon2id. The code that runs it wipes the password. */
export interface Argon2Job {
  readonly password: Uint8Array<ArrayBuffer>
  readonly salt: Uint8Array
  readonly memoryKibibytes: number
  readonly passes: number
  readonly parallelism: number
  /** Whether the time matters. If so, a small derivation first compiles the WebAssembly. */
  readonly isMeasured: boolean
}

/** The 32 bytes of Argon2id and the processor time they took, or that there was not enough memory. */
export type Argon2Answer =
  | {
      readonly kind: 'derived'
      readonly key: Uint8Array<ArrayBuffer>
      readonly processorMilliseconds: number
    }
  | { readonly kind: 'out-of-memory' }

const warmUpKibibytes = 1024

/** Runs Argon2id (RFC 9106) in this thread, which it blocks, and wipes the password. */
export async function deriveHere(job: Argon2Job): Promise<Argon2Answer> {
  const { password, salt, memoryKibibytes, passes, parallelism, isMeasured } = job
  const derive = (memorySize: number): Promise<Uint8Array> =>
    argon2id({
      password,
      salt,
      memorySize,
      iterations: passes,
      parallelism,
      hashLength: 32,
      outputType: 'binary',
    })
  try {
    if (isMeasured) await derive(warmUpKibibytes)
    // Measures processor time, so that a computer that is busy at this moment does not make a vault weaker.
    const before = process.cpuUsage()
    const derived = await derive(memoryKibibytes)
    const { user, system } = process.cpuUsage(before)
    const key = new Uint8Array(derived)
    derived.fill(0)
    return { kind: 'derived', key, processorMilliseconds: (user + system) / 1_000 }
  } catch (cause) {
    if (isOutOfMemory(cause)) return { kind: 'out-of-memory' }
    throw cause
  } finally {
    password.fill(0)
  }
}

/** WebAssembly memory that can't grow throws a RangeError, or a RuntimeError while running. */
function isOutOfMemory(cause: unknown): boolean {
  return cause instanceof RangeError || (cause instanceof Error && cause.name === 'RuntimeError')
}
