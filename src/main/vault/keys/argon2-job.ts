import { argon2id } from 'hash-wasm'

/** What Argon2id is to be run on; the password is wiped by whoever runs it. */
export interface Argon2Job {
  readonly password: Uint8Array<ArrayBuffer>
  readonly salt: Uint8Array
  readonly memoryKibibytes: number
  readonly passes: number
  readonly parallelism: number
  /** Whether the time is going to be read: the WebAssembly is compiled by a small derivation first then. */
  readonly isMeasured: boolean
}

/** The 32 bytes that Argon2id gives and the processor time they took, or that there was no memory for it. */
export type Argon2Answer =
  | {
      readonly kind: 'derived'
      readonly key: Uint8Array<ArrayBuffer>
      readonly processorMilliseconds: number
    }
  | { readonly kind: 'out-of-memory' }

const warmUpKibibytes = 1024

/** Runs Argon2id (RFC 9106) in this thread, which does nothing else meanwhile, and wipes the password. */
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
    // Time on the processor: a computer that is busy with something else at this moment must not make a vault weaker.
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

/** A WebAssembly memory that can't grow is a RangeError, or a RuntimeError once it runs. */
function isOutOfMemory(cause: unknown): boolean {
  return cause instanceof RangeError || (cause instanceof Error && cause.name === 'RuntimeError')
}
