import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { writeBundle } from '#shared/bundles/bundle-json.ts'
import { exampleBundle, exampleBundledClient } from '#shared/bundles/testing/example-bundle.ts'
import { readHere } from '../testing/read-here.ts'
import { createReader, type ConnectReader, type ReaderConnection } from './reader.ts'
import type { ToReader } from './reader-messages.ts'

const honest = { name: 'a.ris', text: 'TY  - JOUR\nTI  - One\nER  - \nTY  - JOUR\nTI  - Two\nER  - \n' }
const file = { kind: 'piece', text: '{"kind":"file","format":"ris","problems":[]}' }
const draft = {
  title: 'T',
  authors: [],
  missing: [],
  topics: [],
  sample: {},
  effects: [],
  discrepancies: [],
  caveats: [],
  checked: { doi: false, abstract: false },
  sections: { inBrief: [], whatWasFound: [], inPractice: [], keepInMind: [] },
}
const pieceOf = (records: unknown) => ({ kind: 'piece', text: JSON.stringify({ kind: 'records', records }) })

/** A reader process that does what a test makes it do. */
function fakeReader() {
  const given: ToReader[] = []
  const state = { isEnded: false }
  let listeners: Parameters<ReaderConnection['listen']>[0] | undefined
  const connect: ConnectReader = () =>
    Promise.resolve({
      send: (message) => void given.push(message),
      listen: (made) => {
        listeners = made
      },
      end: () => {
        state.isEnded = true
      },
    })
  return {
    connect,
    given,
    state,
    says: (...messages: unknown[]) => messages.forEach((message) => listeners?.onMessage(message)),
    ends: () => listeners?.onGone(),
  }
}

/** Begins to read with a fake reader, which has got the file when this returns. */
async function begin(longestMilliseconds = 60_000) {
  const fake = fakeReader()
  const reader = createReader({ connect: fake.connect, longestMilliseconds })
  const answer = reader.readRecords(honest)
  answer.catch(() => undefined)
  await wait(0)
  return { ...fake, reader, answer }
}

test('the pieces of a file come together again, and each is asked for', async () => {
  const { answer, given, says, state } = await begin()
  const record = { kind: 'reference', line: 1, label: 'T', article: draft, leftOut: [] }
  says(file, pieceOf([record]), pieceOf([{ ...record, line: 9 }]), { kind: 'end' })
  expect(await answer).toEqual({ format: 'ris', problems: [], records: [record, { ...record, line: 9 }] })
  expect(given.map(({ kind }) => kind)).toEqual(['job', 'next', 'next', 'next'])
  expect(state.isEnded).toBe(true)
})

test('a file is read the same as in this process', async () => {
  const { records } = await createReader({ connect: readHere }).readRecords(honest)
  expect(records.map(({ label }) => label)).toEqual(['One', 'Two'])
})

test('fault 82: a reader that gives no answer is ended at the deadline, and the code says so', async () => {
  const { answer, state } = await begin(20)
  await expect(answer).rejects.toMatchObject({ code: 'file-takes-too-long' })
  expect(state.isEnded).toBe(true)
})

test('fault 126: a reader that crashes is not said to have needed too much memory', async () => {
  const { answer, ends } = await begin()
  ends()
  await expect(answer).rejects.toMatchObject({ code: 'reading-failed' })
})

test('fault 83: a large reader that the system has ended needed too much memory', async () => {
  const { answer, ends, says, given } = await begin()
  says({ kind: 'grown' })
  expect(given.map(({ kind }) => kind)).toEqual(['job'])
  ends()
  await expect(answer).rejects.toMatchObject({ code: 'file-needs-too-much-memory' })
})

test('fault 83: an answer without end is cut off', async () => {
  const { answer, says, state } = await begin()
  const large = pieceOf([
    {
      kind: 'refused',
      line: 1,
      label: 'a',
      problems: [{ place: 'a'.repeat(9_000_000), reason: { code: 'missing' } }],
    },
  ])
  says(file, large, large, large, large, large)
  await expect(answer).rejects.toMatchObject({ code: 'file-needs-too-much-memory' })
  expect(state.isEnded).toBe(true)
})

test.each([
  ['no message', 'nonsense'],
  ['no JSON', { kind: 'piece', text: '{' }],
  ['an unknown piece', { kind: 'piece', text: '{"kind":"key"}' }],
  ['an unknown code', { kind: 'refused', code: 'vault-damaged' }],
  [
    'a further field',
    pieceOf([{ kind: 'reference', line: 1, label: 'a', article: { ...draft, script: 'x' }, leftOut: [] }]),
  ],
  ['a record without an article', pieceOf([{ kind: 'summary', line: 1, label: 'a' }])],
  [
    'a text that no draft may hold',
    pieceOf([
      { kind: 'reference', line: 1, label: 'a', article: { ...draft, title: 'a\u202eb' }, leftOut: [] },
    ]),
  ],
  ['the end before the file', { kind: 'end' }],
])('fault 85: %s from a reader is no draft, and ends it', async (_what, message) => {
  const { answer, says, state } = await begin()
  says(message)
  await expect(answer).rejects.not.toHaveProperty('code')
  expect(state.isEnded).toBe(true)
})

test('fault 86: a file that is given up is not read to its end', async () => {
  const { answer, reader, says, state } = await begin()
  reader.cancel()
  await expect(answer).rejects.toMatchObject({ code: 'reading-cancelled' })
  expect(state.isEnded).toBe(true)
  says(file, { kind: 'end' })
  reader.cancel()
})

test('how much has been read is passed on, and nothing once the file is given up', async () => {
  const fake = fakeReader()
  const shares: (number | null)[] = []
  const reader = createReader({ connect: fake.connect, onShare: (share) => shares.push(share) })
  const answer = reader.readRecords(honest)
  await wait(0)
  fake.says({ kind: 'share', share: 0.25 }, { kind: 'share', share: 0.5 })
  reader.cancel()
  fake.says({ kind: 'share', share: 0.75 })
  await expect(answer).rejects.toMatchObject({ code: 'reading-cancelled' })
  expect(shares).toEqual([0.25, 0.5, null])
})

test('fault 86: a second file ends the first', async () => {
  const { answer, reader } = await begin()
  const second = reader.readPack({ text: '{}' })
  second.catch(() => undefined)
  await expect(answer).rejects.toMatchObject({ code: 'reading-cancelled' })
  reader.cancel()
})

test('fault 86: a file that is given up before its reader has started has none afterwards', async () => {
  const fake = fakeReader()
  const started = Promise.withResolvers<void>()
  const reader = createReader({
    connect: async () => {
      await started.promise
      return fake.connect()
    },
  })
  const answer = reader.readRecords(honest)
  reader.cancel()
  await expect(answer).rejects.toMatchObject({ code: 'reading-cancelled' })
  started.resolve()
  await wait(0)
  expect(fake.state.isEnded).toBe(true)
  expect(fake.given).toEqual([])
})

test('a bundle comes together again from its head and its clients', async () => {
  const clients = ['7QF3-K9MW', '0ABC-DEF1'].map((pseudonym) => exampleBundledClient({ pseudonym }))
  const bundle = exampleBundle({ clients })
  const reader = createReader({ connect: readHere })
  expect(await reader.readBundle(writeBundle(bundle))).toEqual({ kind: 'read', bundle })
  expect(await reader.readBundle('{')).toEqual({ kind: 'refused', problem: 'not-json' })
})

test.each([
  ['without a head', []],
  ['with one client twice', [{ kind: 'shared-head', head: headOf() }, ofClient(), ofClient()]],
  [
    'with a client that names no session',
    [{ kind: 'shared-head', head: headOf() }, ofClient({ sessions: [] })],
  ],
])('fault 185: a bundle %s from a reader is none', async (_what, pieces) => {
  const { connect, says } = fakeReader()
  const answer = createReader({ connect }).readBundle('any text')
  await wait(0)
  says(...pieces.map((piece) => ({ kind: 'piece', text: JSON.stringify(piece) })), { kind: 'end' })
  await expect(answer).rejects.not.toHaveProperty('code')
})

function headOf() {
  const { clients: _clients, ...head } = exampleBundle()
  return head
}

function ofClient(more: object = {}) {
  return { kind: 'shared-client', client: { ...exampleBundledClient(), ...more } }
}
