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
 * Opens a database that nobody else uses, reads all of it and counts its rows, in a separate thread. Copies the key
 * before it returns. Throws `backup-damaged` if the database isn't sound, and the errors of opening and reading.
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
