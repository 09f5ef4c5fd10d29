import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleLimits } from '#shared/evidence/article-limits.ts'
import { readRecords } from './read-records.ts'

const scraps = fc.constantFrom(
  '---\n',
  'id: a\n',
  'title: T\n',
  '## In brief\n',
  '&a [',
  '*a',
  '!!js/function ',
  '<<: ',
  '__proto__: ',
  '? ',
  '| \n  x\n',
  'TY  - JOUR\n',
  'ER  - \n',
  'AU  - ',
  'PY  - 9999///\n',
  '  - ',
  '@article{',
  '@string{',
  'constructor = {',
  '}',
  '{',
  '"',
  '\\',
  '$',
  '%',
  ',\n',
  'https://example.org/a.json\n',
  '[{"title":"x"}]\n',
  '<script>',
)
const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.oneof(scraps, fc.string()), { maxLength: 30 }).map((parts) => parts.join('')),
)
const file = fc.record({ name: fc.constantFrom('a.md', 'a.ris', 'a.bib', 'a'), text: anything })

test('no file makes reading fail, and each gives a record or a problem', async () => {
  await fc.assert(
    fc.asyncProperty(file, async (chosen) => {
      const { records, problems } = await readRecords(chosen)
      expect(records.length > 0 || problems.length > 0).toBe(true)
      for (const record of records)
        if (record.kind === 'refused') expect(record.problems.length).toBeGreaterThan(0)
    }),
    { numRuns: 1_500 },
  )
  expect(Object.keys(Object.prototype)).toEqual([])
})

test.each([
  ['spaces', `---\nid: a\ntitle: T\n---\n## In brief\na${' '.repeat(3_900_000)}b\n`],
  ['blank lines', `---\nid: a\ntitle: T\n---\n## In brief\na${'\n b \n'.repeat(600_000)}`],
  ['headings', `---\nid: a\ntitle: T\n---\n${'## a\n'.repeat(780_000)}`],
  ['names', `---\n${Array.from({ length: 44_000 }, (_, index) => `a${index}:`).join('\n')}\n---\n`],
  ['braces', `@article{a, title={${'{'.repeat(90_000)}`],
  ['closed braces', `@article{a, title={${'{'.repeat(20_000)}${'}'.repeat(20_000)}}}`],
  ['entries', '@a{'.repeat(100_000)],
  ['abbreviations', `${'@string{a = "x"}\n'.repeat(5_000)}@article{a, title = a # a # a}`],
  ['commands', `@article{a, title={${'\\textit{'.repeat(9_000)}${'}'.repeat(9_000)}}}`],
  ['maths', `@article{a, title={${'$'.repeat(50_000)}}}`],
  ['continued lines', `TY  - JOUR\nTI  - a\n${'more\n'.repeat(20_000)}ER  - \n`],
  ['brackets', `---\nsample: ${'['.repeat(100_000)}\n---\n`],
  [
    'names in each other',
    `---\n${Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')}\n---\n`,
  ],
  ['fences', '---\n'.repeat(200_000)],
])('fault 80: a file full of %s gives its answer within a test’s time', async (_what, text) => {
  const { records, problems } = await readRecords({ name: 'x', text })
  expect(records.length + problems.length).toBeGreaterThan(0)
})

test('a name given twice is refused, however deep', async () => {
  for (const text of [
    'id: a\nid: b',
    'sample: { clients: 1, clients: 2 }',
    'sample: [{ a: { b: 1, "b": 2 } }]',
  ]) {
    const { records } = await readRecords({ name: 'a.md', text: `---\n${text}\n---\n` })
    expect(records).toMatchObject([{ problems: [{ reason: { code: 'duplicate-key' } }] }])
  }
})

test('more problems than a screen can show are cut off', async () => {
  const text = `---\nid: a\ntitle: T\n---\n${'## Elsewhere\n'.repeat(200)}`
  const { records } = await readRecords({ name: 'a.md', text })
  expect(records).toMatchObject([{ problems: { length: articleLimits.problems } }])
})
