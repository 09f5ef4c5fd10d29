import { expect, test } from 'vitest'
import { createReader } from '#vault/reading/reader.ts'
import { hostileFiles } from './hostile-files.ts'
import { createRealReaders } from './start-reader.ts'

// `npm run bench` reads all of them, with figures.
const sample = ['Markdown: a run of spaces', 'references: abbreviations that double', 'pack: 1,999 equal ids']
const files = hostileFiles()

const textOf = (name: string): string => {
  const found = files.find((file) => file.name === name)
  if (!found) throw new Error(`no file ${name}`)
  return found.text
}

test('there are more than the forty of which Attune once could not read some', () => {
  expect(files.length).toBeGreaterThan(50)
  expect(new Set(files.map(({ name }) => name)).size).toBe(files.length)
})

test.each(files.filter(({ name }) => sample.includes(name)))(
  'fault 80, fault 81: the reader process refuses $name',
  async ({ kind, text }) => {
    const readers = createRealReaders()
    const reader = createReader({ connect: readers.connect })
    if (kind === 'pack') expect(await reader.readPack({ text })).toMatchObject({ ok: false })
    else {
      const { records } = await reader.readRecords({ name: 'x', text })
      expect(records.map((record) => record.kind)).toContain('refused')
    }
    await readers.ended()
  },
)

test('fault 83: a reader process gives a file up that needs more than 160 MB of heap', async () => {
  const readers = createRealReaders()
  const answer = createReader({ connect: readers.connect }).readRecords({
    name: 'x',
    text: textOf('Markdown: aliases'),
  })
  await expect(answer).rejects.toMatchObject({ code: 'file-needs-too-much-memory' })
  expect(readers.growthBytes()).toBeLessThan(256 * 1_048_576)
  await readers.ended()
})

test('fault 82: a reader process in the middle of a file is ended at the deadline', async () => {
  const readers = createRealReaders()
  const reader = createReader({ connect: readers.connect, longestMilliseconds: 10 })
  const answer = reader.readRecords({ name: 'x', text: textOf('Markdown: closing brackets') })
  await expect(answer).rejects.toMatchObject({ code: 'file-takes-too-long' })
  await readers.ended()
})
