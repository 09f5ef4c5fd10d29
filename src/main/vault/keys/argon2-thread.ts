import { parentPort, workerData } from 'node:worker_threads'
import { deriveHere, type Argon2Job } from './argon2-job.ts'

/** A thread for one derivation: wipes the password it received, posts the key and ends. */
// Only `argon2.ts` starts this thread, with a job of this type.
const answer = await deriveHere(workerData as Argon2Job)
parentPort?.postMessage(answer, answer.kind === 'derived' ? [answer.key.buffer] : [])
