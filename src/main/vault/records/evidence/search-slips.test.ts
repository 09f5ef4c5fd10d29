import { describe, expect, test } from 'vitest'
import type { Article } from '#shared/evidence/article.ts'
import type { EvidenceFilters } from '#shared/evidence/evidence-item.ts'
import { exampleArticle } from '#shared/evidence/testing/example-article.ts'
import { createTestVault, type TestVault } from '../../testing/test-vault.ts'

async function save({ api }: TestVault, id: string, change: Partial<Article>) {
  const { id: _id, ...article } = exampleArticle({ title: 'Nothing of the kind', ...change })
  await api.evidence.saveOwn({ id, article, expectedRevision: 0 })
}

const found = async ({ api }: TestVault, query: string) =>
  (await api.evidence.search({ query, filters: {}, limit: 200 })).results.map(({ item }) => item.id)

describe('a slip', () => {
  const reading = async ({ api }: TestVault, query: string, filters: Partial<EvidenceFilters> = {}) =>
    (await api.evidence.search({ query, filters, limit: 200 })).instead

  test('is read as the nearest word of the library, which the answer names', async () => {
    const vault = createTestVault()
    expect(await reading(vault, 'ruptrue')).toEqual([{ typed: 'ruptrue', read: 'rupture' }])
    expect(await found(vault, 'ruptrue')).toEqual(await found(vault, 'rupture'))
    expect(await found(vault, 'premature terminaton')).toEqual(await found(vault, 'dropout'))
  })

  test('is forgiven beside words that are right, and without accents', async () => {
    const vault = createTestVault()
    await save(vault, 'one', { title: 'Xylophones by Müller' })
    expect(await reading(vault, 'xylophones mülller')).toEqual([{ typed: 'mülller', read: 'muller' }])
    expect(await found(vault, 'xylophones mülller')).toEqual(['one'])
  })

  test.each([
    ['aliance', 'alliance'],
    ['ruptrue', 'rupture'],
    ['dorpout', 'dropout'],
    ['drop-oout', null],
    ['empahty', 'empathy'],
    ['premture termination', 'premature'],
    ['atrition', 'attrition'],
    ['telehealht', null],
    ['form', null],
    ['bnod', null],
  ])('of the field: “%s” is read as “%s”', async (typed, meant) => {
    const read = (await reading(createTestVault(), typed)).map((slip) => slip.read)
    expect(read).toEqual(meant === null ? [] : [meant])
  })

  test('is never read where it is how a summary has the word, however often the right one is there', async () => {
    const vault = createTestVault()
    await save(vault, 'one', { title: 'An Aliance of its own' })
    expect(await found(vault, 'aliance')).toEqual(['one'])
    expect(await reading(vault, 'aliance')).toEqual([])
  })

  test('is not looked for where the words are in the library, or a filter leaves nothing', async () => {
    const vault = createTestVault()
    expect(await reading(vault, 'rupture')).toEqual([])
    expect(await reading(vault, 'rupture', { yearTo: 1901 })).toEqual([])
    expect(await reading(vault, 'ruptrue', { yearTo: 1901 })).toEqual([])
    expect(await reading(vault, 'zzzzzzzzzz')).toEqual([])
  })
})
