import { Worker } from 'node:worker_threads'

/**
 * Does one piece of work in a thread of its own and gives its one answer. The thread has ended by then, so that all
 * the memory it took is free again. Rejects with what the thread threw, or where it ended without an answer.
 *
 * `entry` is the address of a file named `*-thread.ts`, written out as in `argon2.ts`: the build looks for these words.
 * `buffers` are handed over with the job: this thread can't read them any more.
 */
export function runInThread(entry: URL, job: object, buffers: readonly ArrayBuffer[] = []): Promise<unknown> {
  return new Promise((resolve, reject) => {
    // Flags that this process was started with, such as a test runner's, are none of the thread's business.
    const thread = new Worker(entry, { workerData: job, transferList: [...buffers], execArgv: [] })
    let answer: { readonly given: unknown } | null = null
    thread.once('message', (given) => {
      answer = { given }
    })
    thread.once('error', reject)
    thread.once('exit', (code) => {
      if (answer) resolve(answer.given)
      else reject(new Error(`a thread ended with ${code} and gave no answer`))
    })
  })
}

/** A copy of bytes in a buffer of their own, which can be handed to a thread; Node's own buffers may share theirs. */
export function handedOver(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes.length)
  copy.set(bytes)
  return copy
}

/** Wipes bytes that are still here; those that a thread has taken are the thread's to wipe. */
export function wipeIfHere(bytes: Uint8Array): void {
  if (bytes.byteLength > 0) bytes.fill(0)
}
