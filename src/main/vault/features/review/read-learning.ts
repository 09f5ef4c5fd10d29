import { createPracticeSums } from '#shared/practice/sum-up.ts'
import { learningOf, observeReceived, type Learning } from '#shared/review/learning.ts'
import type { ReceivedClient } from '#shared/review/received-client.ts'

/** What a supervisee's shared clients say about their learning over time. */
export function readLearning(clients: readonly ReceivedClient[]): Learning {
  const sums = createPracticeSums()
  for (const client of clients) observeReceived(client, sums.nextClient())
  return learningOf(sums.measures())
}
