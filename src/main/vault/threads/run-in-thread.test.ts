import { expect, test } from 'vitest'
import { runInThread } from './run-in-thread.ts'

/** A thread of a test's own, as its words. */
const threadOf = (code: string): URL =>
  new URL(
    `data:text/javascript,import { parentPort, workerData } from 'node:worker_threads';${encodeURIComponent(code)}`,
  )

test('the one answer comes back, and what was handed over can’t be read here any more', async () => {
  const bytes = new Uint8Array([1, 2, 3])
  const adding = threadOf('parentPort.postMessage(workerData.bytes.reduce((sum, byte) => sum + byte))')
  expect(await runInThread(adding, { bytes }, [bytes.buffer])).toBe(6)
  expect(bytes).toHaveLength(0)
})

test('what a thread throws is thrown here, and one that ends without an answer is no silence', async () => {
  await expect(runInThread(threadOf(`throw new RangeError('too much')`), {})).rejects.toThrow('too much')
  await expect(runInThread(threadOf('process.exit(3)'), {})).rejects.toThrow('ended with 3')
})
