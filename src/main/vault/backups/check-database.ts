import { z } from 'zod'
import { AppError, errorCodeSchema } from '#shared/contract/result.ts'
import { handedOver, runInThread, wipeIfHere } from '../threads/run-in-thread.ts'
import { backupFactsSchema } from './container-head.ts'
import type { CheckJob } from './database-check-job.ts'
import type { DatabaseFacts } from './database-facts.ts'

const answerSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('sound'),
    facts: backupFactsSchema.extend({ sequence: z.int(), schemaVersion: z.int() }),
  }),
  z.strictObject({ kind: z.literal('failed'), code: errorCodeSchema }),
])

/**
 * Opens a database that nobody else uses, reads all of it and counts what it holds, in a thread of its own. The key is
 * copied before this returns. Throws `backup-damaged` where it isn't sound, and what opening and reading throw.
 */
export async function checkDatabase(path: string, key: Uint8Array): Promise<DatabaseFacts> {
  const copied = handedOver(key)
  try {
    const job: CheckJob = { path, key: copied }
    const entry = new URL('./database-check-thread.ts', import.meta.url)
    const answer = answerSchema.parse(await runInThread(entry, job, [copied.buffer]))
    if (answer.kind === 'failed') throw new AppError(answer.code)
    return answer.facts
  } finally {
    wipeIfHere(copied)
  }
}
