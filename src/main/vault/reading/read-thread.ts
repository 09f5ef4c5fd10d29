import { parentPort, workerData } from 'node:worker_threads'
import { readInPieces, readJobSchema } from './read-job.ts'
import type { FromReader } from './reader-messages.ts'

// A parser can report hundreds of thousands of errors, and collecting the stack of each takes most of the time.
Error.stackTraceLimit = 0

const answer = (message: FromReader): void => parentPort?.postMessage(message)
const pieces = readInPieces(readJobSchema.parse(workerData), (share) => answer({ kind: 'share', share }))

async function next(): Promise<void> {
  const { value, done } = await pieces.next()
  answer(done === true ? { kind: 'end' } : { kind: 'piece', text: value })
}

parentPort?.on('message', () => void next())
await next()
