import { expect, test } from 'vitest'
import { runInThread } from './run-in-thread.ts'

/** A thread that runs a test's own code. */
const threadOf = (code: string): URL =>
  new URL(
    `data:text/javascript,import { parentPort, workerData } from 'node:worker_threads';${encodeURIComponent(code)}`,
  )

test('the thread’s one answer is returned, and the transferred bytes can’t be read here any more', async () => {
  const bytes = new Uint8Array([1, 2, 3])
  const adding = threadOf('parentPort.postMessage(workerData.bytes.reduce((sum, byte) => sum + byte))')
  expect(await runInThread(adding, { bytes }, [bytes.buffer])).toBe(6)
  expect(bytes).toHaveLength(0)
})

test('an error in the thread is thrown here, and a thread that ends without an answer is an error too', async () => {
  await expect(runInThread(threadOf(`throw new RangeError('too much')`), {})).rejects.toThrow('too much')
  await expect(runInThread(threadOf('process.exit(3)'), {})).rejects.toThrow('ended with 3')
})
