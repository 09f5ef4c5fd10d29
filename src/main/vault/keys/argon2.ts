import { z } from 'zod'
import { AppError } from '#shared/contract/result.ts'
import { handedOver, runInThread, wipeIfHere } from '../threads/run-in-thread.ts'
import type { Argon2Job } from './argon2-job.ts'

const answerSchema = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('derived'),
      key: z.instanceof(Uint8Array).refine(({ length }) => length === 32),
      processorMilliseconds: z.number(),
    }),
    z.strictObject({ kind: z.literal('out-of-memory') }),
  ]),
)

/**
 * Runs Argon2id in a separate thread, so that this one keeps running and the memory is free afterwards. Returns 32
 * bytes and the processor time they took. Throws `out-of-memory` if the computer can't provide the memory.
 */
export async function argon2(
  job: Omit<Argon2Job, 'password' | 'isMeasured'> & {
    readonly password: Uint8Array
    readonly isMeasured?: boolean
  },
): Promise<{ key: Buffer; processorMilliseconds: number }> {
  const password = handedOver(job.password)
  try {
    const complete: Argon2Job = { ...job, password, isMeasured: job.isMeasured ?? false }
    const entry = new URL('./argon2-thread.ts', import.meta.url)
    const answer = answerSchema.parse(await runInThread(entry, complete, [password.buffer]))
    if (answer.kind === 'out-of-memory') throw new AppError('out-of-memory')
    const { key, processorMilliseconds } = answer
    return { key: Buffer.from(key.buffer, key.byteOffset, key.byteLength), processorMilliseconds }
  } catch (cause) {
    if (isThreadOutOfMemory(cause)) throw new AppError('out-of-memory', [], { cause })
    throw cause
  } finally {
    wipeIfHere(password)
  }
}

/** Node could not start the thread, or ended it, because memory ran out. */
function isThreadOutOfMemory(cause: unknown): boolean {
  if (!(cause instanceof Error) || !('code' in cause)) return false
  return cause.code === 'ERR_WORKER_OUT_OF_MEMORY' || cause.code === 'ERR_WORKER_INIT_FAILED'
}
