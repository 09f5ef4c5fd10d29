import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ArticleDraft } from '#shared/evidence/article.ts'
import { arbitraryDraft } from '#shared/evidence/testing/arbitrary-article.ts'
import { exampleArticle } from '#shared/evidence/testing/example-article.ts'
import { assetsFolder } from '../../../testing/test-vault.ts'
import { parseArticle } from '../parse-article.ts'
import { checkFileText } from './file-text.ts'
import { readSummary } from './read-summary.ts'
import { splitSummaries } from './split-summaries.ts'
import { writeSummary } from './write-summary.ts'

function readAll(text: string): ArticleDraft[] {
  const file = checkFileText(text)
  const summaries = file.ok ? splitSummaries(file.text) : null
  return (summaries ?? []).map((blocks) => {
    const read = readSummary(blocks)
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    return read.article
  })
}

test('a written summary reads back as the same summary, whatever it contains', () => {
  fc.assert(
    fc.property(arbitraryDraft, (draft) => {
      expect(readAll(writeSummary(draft))).toEqual([draft])
    }),
    { numRuns: 300 },
  )
})

test('a replacement character in a text survives writing and reading', () => {
  const draft = exampleArticle({
    title: '\uFFFD',
    authors: ['\uFFFD'],
    source: { publication: '\uFFFD', month: '2021-03' },
    caveats: ['\uFFFD'],
    sections: { inBrief: ['\uFFFD'], whatWasFound: ['-'], inPractice: ['-'], keepInMind: ['-'] },
  })
  expect(readAll(writeSummary(draft))).toEqual([draft])
})

test('several summaries in one file are read separately', () => {
  fc.assert(
    fc.property(fc.array(arbitraryDraft, { minLength: 1, maxLength: 4 }), (drafts) => {
      expect(readAll(drafts.map(writeSummary).join('\n'))).toEqual(drafts)
    }),
    { numRuns: 50 },
  )
})

test.each(readdirSync(join(assetsFolder, 'evidence')))('%s survives the way out and in', (name) => {
  const parsed = parseArticle(readFileSync(join(assetsFolder, 'evidence', name), 'utf8'))
  if (!parsed.ok) throw new Error('not in its format')
  const text = writeSummary(parsed.article)
  expect(parseArticle(text)).toEqual(parsed)
  expect(readAll(text).map(writeSummary)).toEqual([text])
})
