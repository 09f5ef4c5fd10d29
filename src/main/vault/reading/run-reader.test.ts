import { EventEmitter, once } from 'node:events'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { ReadJob } from './read-job.ts'
import type { FromReader, ToReader } from './reader-messages.ts'
import { runReader } from './run-reader.ts'

/** A reader in this process: a real thread, with a port and a memory of the test's own. */
function startReader(memory: () => number = () => 0) {
  const given: FromReader[] = []
  const port = Object.assign(new EventEmitter(), {
    start: vi.fn<() => void>(),
    postMessage: (message: FromReader) => {
      given.push(message)
      if (message.kind !== 'grown') port.emit('answer')
    },
  })
  const exit = vi.fn<() => void>()
  runReader({ port, exit, memory })
  const send = async (message: ToReader) => {
    const answer = once(port, 'answer')
    port.emit('message', { data: message })
    await answer
    return given.at(-1)
  }
  // An unknown message is an error, which ends the thread.
  onTestFinished(() => void port.emit('message', { data: { kind: 'next' } }))
  return {
    port,
    given,
    exit,
    read: (job: ReadJob) => send({ kind: 'job', job }),
    next: () => send({ kind: 'next' }),
  }
}

const works = (count: number) => 'TY  - JOUR\nTI  - A\nER  - \n'.repeat(count)

test('a file is handed back piece by piece, the next only when it is asked for', async () => {
  const { read, next } = startReader()
  const first = await read({ kind: 'records', name: 'a', text: works(120) })
  expect(first).toEqual({ kind: 'piece', text: '{"kind":"file","format":"ris","problems":[]}' })
  const sizes: unknown[] = []
  let answer = await next()
  for (; answer?.kind === 'piece'; answer = await next()) sizes.push(JSON.parse(answer.text).records.length)
  expect(sizes).toEqual([50, 50, 20])
  expect(answer).toEqual({ kind: 'end' })
})

test('an instrument is handed back as a preview', async () => {
  const { read } = startReader()
  expect(await read({ kind: 'pack', text: '[]' })).toMatchObject({
    text: expect.stringContaining('"ok":false'),
  })
})

test('fault 83: a reader whose memory grows past its limit gives the file up', async () => {
  let megabytes = 40
  const { read, given } = startReader(() => (megabytes += 60) * 1_048_576)
  const job: ReadJob = { kind: 'records', name: 'a', text: `---\n${']'.repeat(390_000)}\n---\n`.repeat(10) }
  expect(await read(job)).toEqual({ kind: 'refused', code: 'file-needs-too-much-memory' })
  // The system may be faster, and then this says why.
  expect(given[0]).toEqual({ kind: 'grown' })
})

test('a closed port ends the reader', () => {
  const { port, exit } = startReader()
  port.emit('close')
  expect(exit).toHaveBeenCalledOnce()
})
