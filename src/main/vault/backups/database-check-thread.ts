import { parentPort, workerData } from 'node:worker_threads'
import { checkHere, type CheckJob } from './database-check-job.ts'

/** A thread that checks a copied database: wipes the key it received, posts its result and ends. */
// Only `check-database.ts` starts this thread, with a job of this type.
parentPort?.postMessage(checkHere(workerData as CheckJob))
