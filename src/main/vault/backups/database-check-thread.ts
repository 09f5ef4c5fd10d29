import { parentPort, workerData } from 'node:worker_threads'
import { checkHere, type CheckJob } from './database-check-job.ts'

/** The thread that checks a copied database through: it wipes the key it was handed, says what it found, and ends. */
// `check-database.ts` alone starts this thread, with a job of this type.
parentPort?.postMessage(checkHere(workerData as CheckJob))
