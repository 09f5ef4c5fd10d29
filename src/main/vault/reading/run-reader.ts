import { Worker } from 'node:worker_threads'
import type { ReadJob } from './read-job.ts'
import { fromReaderSchema, toReaderSchema, type FromReader, type PortEnd } from './reader-messages.ts'

const bytesInMegabyte = 1_048_576
/** Node ends the thread at this size of its heap. */
const largestHeapMegabytes = 160
/** The process ends once it has grown by this much: the heap, its garbage, and copies of texts. */
const mostGrowthMegabytes = 224
/** A reader that ends without a word before it has grown by this much was not ended for its memory. */
const notedGrowthMegabytes = 64
const watchEveryMilliseconds = 20

interface RunReaderOptions {
  readonly port: PortEnd<FromReader>
  readonly exit: () => void
  /** Bytes of memory that this process takes. */
  readonly memory: () => number
}

/**
 * Reads the one file that arrives on a port, in a thread, and ends the process when the port is closed or the memory is
 * used up. The thread may hang; this side of it stays free to end it.
 */
export function runReader({ port, exit, memory }: RunReaderOptions): void {
  const idle = memory()
  let thread: Worker | null = null

  const refuse = (code: Extract<FromReader, { kind: 'refused' }>['code']): void => {
    port.postMessage({ kind: 'refused', code })
    void thread?.terminate()
  }

  const start = (job: ReadJob): Worker => {
    const started = new Worker(new URL('./read-thread.ts', import.meta.url), {
      workerData: job,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: largestHeapMegabytes, maxYoungGenerationSizeMb: 32 },
    })
    started.on('message', (raw) => port.postMessage(fromReaderSchema.parse(raw)))
    started.on('error', (cause) => refuse(isOutOfMemory(cause) ? 'file-needs-too-much-memory' : 'internal'))
    let isNoted = false
    const watch = setInterval(() => {
      const grownMegabytes = (memory() - idle) / bytesInMegabyte
      if (!isNoted && grownMegabytes > notedGrowthMegabytes) {
        isNoted = true
        port.postMessage({ kind: 'grown' })
      }
      if (grownMegabytes <= mostGrowthMegabytes) return
      clearInterval(watch)
      refuse('file-needs-too-much-memory')
    }, watchEveryMilliseconds)
    return started
  }

  port.on('message', ({ data }) => {
    const message = toReaderSchema.parse(data)
    if (message.kind === 'job') thread ??= start(message.job)
    else thread?.postMessage(message)
  })
  port.on('close', exit)
  port.start()
}

/** Also a text beyond the longest that V8 makes. */
function isOutOfMemory(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false
  return cause.name === 'RangeError' || ('code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY')
}
