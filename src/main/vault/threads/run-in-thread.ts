/**
 * Runs one job in a separate thread and returns its one answer. The thread has ended by then, so its memory is free
 * again. Rejects with the thread's error, or if it ends without an answer.
 *
 * `entry` is the address of a file named `*-thread.ts`, written as in `argon2.ts`, because the build searches for this
 * text. `buffers` are transferred with the job: this thread can't read them any more.
 */
export async function runInThread(
  entry: URL,
  job: object,
  buffers: readonly ArrayBuffer[] = [],
): Promise<unknown> {
  // Loaded with the first job, because the vault process starts without one.
  const { Worker } = await import('node:worker_threads')
  return new Promise((resolve, reject) => {
    // The thread must not inherit flags of this process, such as a test runner's.
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

/** Copies bytes into their own buffer, which can be transferred to a thread; Node's buffers may share one. */
export function handedOver(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes.length)
  copy.set(bytes)
  return copy
}

/** Wipes bytes unless they were transferred; then the thread must wipe them. */
export function wipeIfHere(bytes: Uint8Array): void {
  if (bytes.byteLength > 0) bytes.fill(0)
}
