import { parentPort, workerData } from 'node:worker_threads'
import { deriveHere, type Argon2Job } from './argon2-job.ts'

/** The thread of one derivation: it wipes the password it was handed, hands over the key, and ends. */
// `argon2.ts` alone starts this thread, with a job of this type.
const answer = await deriveHere(workerData as Argon2Job)
parentPort?.postMessage(answer, answer.kind === 'derived' ? [answer.key.buffer] : [])
