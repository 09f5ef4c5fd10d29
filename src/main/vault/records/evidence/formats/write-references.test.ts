import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ArticleDraft } from '#shared/evidence/article.ts'
import { arbitraryDoi, arbitraryDraft, arbitraryText } from '#shared/evidence/testing/arbitrary-article.ts'
import { exampleArticle } from '#shared/evidence/testing/example-article.ts'
import { loadCitationLibrary } from './citation-library.ts'
import { readRecords } from './read-records.ts'
import { writeBibtex, writeRis } from './write-references.ts'

const library = await loadCitationLibrary()
const write = { ris: writeRis, bibtex: writeBibtex }

// Reading removes bold and italics, and collapses spaces.
const asRead = (text: string) =>
  text
    .replaceAll(/<\/?b>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

async function titlesRead(articles: readonly ArticleDraft[], format: 'ris' | 'bibtex') {
  const { records } = await readRecords({ name: 'x', text: write[format](articles, library) })
  return records.map((record) => (record.kind === 'refused' ? record.problems : record.article.title))
}

test.each(['ris', 'bibtex'] as const)('a title survives writing and reading as %s', async (format) => {
  await fc.assert(
    fc.asyncProperty(arbitraryText, async (title) => {
      expect(await titlesRead([exampleArticle({ title })], format)).toEqual([asRead(title)])
    }),
    { numRuns: 300 },
  )
})

test.each(['ris', 'bibtex'] as const)(
  'no draft prevents another from being written as %s',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryDraft, { minLength: 1, maxLength: 4 }), async (drafts) => {
        expect(await titlesRead(drafts, format)).toHaveLength(drafts.length)
      }),
      { numRuns: 50 },
    )
  },
)

async function doisRead(doi: string, format: 'ris' | 'bibtex') {
  const article = { ...exampleArticle(), doi }
  const { records } = await readRecords({ name: 'x', text: write[format]([article], library) })
  return records.map((record) => (record.kind === 'refused' ? record.problems : record.article.doi))
}

test('a DOI survives writing and reading as RIS', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryDoi, async (doi) => {
      expect(await doisRead(doi, 'ris')).toEqual([doi])
    }),
    { numRuns: 100 },
  )
})

test('a DOI survives writing and reading as BibTeX, or is omitted if BibTeX can’t express it', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryDoi, async (doi) => {
      expect(await doisRead(doi, 'bibtex')).toEqual([/[\\{}]/.test(doi) ? undefined : doi])
    }),
    { numRuns: 100, examples: [["10.1037/''}"], ['10.1037/\\'], ['10.1037/<b>%&']] },
  )
})
