import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Article } from '#shared/evidence/article.ts'
import type { EvidenceFilters } from '#shared/evidence/evidence-item.ts'
import { arbitraryText } from '#shared/evidence/testing/arbitrary-article.ts'
import { exampleArticle } from '#shared/evidence/testing/example-article.ts'
import { createTestVault, type TestVault } from '../../testing/test-vault.ts'

async function save({ api }: TestVault, id: string, change: Partial<Article>) {
  const { id: _id, ...article } = exampleArticle({ title: 'Nothing of the kind', ...change })
  await api.evidence.saveOwn({ id, article, expectedRevision: 0 })
}

const search = async ({ api }: TestVault, query: string, filters: Partial<EvidenceFilters> = {}) =>
  (await api.evidence.search({ query, filters, limit: 200 })).results
const found = async (vault: TestVault, query: string, filters?: Partial<EvidenceFilters>) =>
  (await search(vault, query, filters)).map(({ item }) => item.id)
const marked = async (vault: TestVault, query: string) =>
  (await search(vault, query)).flatMap(({ matches }) =>
    matches.flatMap(({ text, ranges }) => ranges.map(({ start, end }) => text.slice(start, end))),
  )

describe('the search', () => {
  test('ranks a word in the title before one in a finding, and that before one in the text', async () => {
    const vault = createTestVault()
    const claim = { id: 'relief', claim: 'Yodelling goes with trust.', statistic: 'direction' as const }
    await save(vault, 'in-body', { caveats: ['Yodelling was rare.'] })
    await save(vault, 'in-claim', { effects: [{ ...claim, reportedIn: 'summary' }] })
    await save(vault, 'in-title', { title: 'Yodelling in the room' })
    expect(await found(vault, 'yodelling')).toEqual(['in-title', 'in-claim', 'in-body'])
    const inClaim = (await search(vault, 'yodelling')).find(({ item }) => item.id === 'in-claim')
    expect(inClaim?.matches).toEqual([
      { part: 'claim', text: claim.claim, ranges: [{ start: 0, end: 9 }], effectId: 'relief' },
    ])
  })

  test('requires every word, each at the beginning of a word and not in its middle', async () => {
    const vault = createTestVault()
    await save(vault, 'one', { title: 'Yodelling at dawn', caveats: ['Xylophones were absent.'] })
    expect(await found(vault, 'xyloph yodel')).toEqual(['one'])
    expect(await found(vault, 'yodelling zither')).toEqual([])
    expect(await found(vault, 'phones')).not.toContain('one')
  })

  test('ignores case and accents, in the query and in the text, and marks the words as written', async () => {
    const vault = createTestVault()
    expect(await found(vault, 'FLUCKIGER visla')).toEqual(['wolfer-2021'])
    expect(await found(vault, 'flückiger vîslă')).toEqual(['wolfer-2021'])
    expect(await marked(vault, 'vis\u0302la')).toEqual(['Vîslă'])
    await save(vault, 'one', { title: 'Zq\u0301ueen e\u0301tude (p < .001) – 😀 yodel' })
    expect(await marked(vault, 'etude yodel zqueen')).toEqual(['Zq\u0301ueen', 'e\u0301tude', 'yodel'])
  })

  test('finds topics by their titles, and lists several matching texts of one part separately', async () => {
    const vault = createTestVault()
    await save(vault, 'one', { topics: ['trauma'], caveats: ['Qanun one.', 'No.', 'Qanun two.'] })
    const [result] = await search(vault, 'qanun trauma ptsd')
    expect(result?.matches.map(({ part, text }) => [part, text])).toEqual([
      ['topic', 'Trauma and PTSD'],
      ['body', 'Qanun one.'],
      ['body', 'Qanun two.'],
    ])
  })

  test('lists everything by short citation if the query is empty, page by page', async () => {
    const { api } = createTestVault()
    const all = (await api.evidence.list()).map(({ id }) => id)
    const first = await api.evidence.search({ query: ' * "" ', limit: 20 })
    const second = await api.evidence.search({ query: '', limit: 20, offset: 20 })
    expect(first.total).toBe(25)
    expect([...first.results, ...second.results].map(({ item }) => item.id)).toEqual(all)
    expect(first.results.every(({ matches }) => matches.length === 0)).toBe(true)
  })

  test('applies each filter, with and without words, and counts the results', async () => {
    const vault = createTestVault()
    const { api } = vault
    await save(vault, 'own-1999', { year: 1999, topics: ['neuroscience'], title: 'Empathy measured' })
    await api.evidence.mark({ id: 'babl-2022', isBookmarked: true, state: 'read' })
    await api.evidence.saveNote({ id: 'elliott-2018', text: 'empathy, again', expectedRevision: 0 })
    expect(await found(vault, '', { origin: 'own' })).toEqual(['own-1999'])
    expect(await found(vault, 'empathy', { yearTo: 2000 })).toEqual(['own-1999'])
    expect(await found(vault, '', { yearFrom: 2024 })).toEqual(['abargil-2025'])
    expect(await found(vault, '', { topics: ['neuroscience', 'group-therapy'] })).toEqual([
      'own-1999',
      'norcross-lambert-2018',
    ])
    expect(await found(vault, 'cry', { designs: ['cross-sectional'] })).toEqual(['genova-2021'])
    expect(await found(vault, '', { leastStrength: 6 })).toEqual([
      'cooper-2020',
      'elliott-2018',
      'eubanks-2018',
      'lambert-2018',
    ])
    expect(await found(vault, '', { onlyBookmarked: true })).toEqual(['babl-2022'])
    expect(await found(vault, '', { onlyUnread: true })).not.toContain('babl-2022')
    expect(await found(vault, 'empathy', { onlyWithNote: true })).toEqual(['elliott-2018'])
    expect(await found(vault, '', { onlyDrafts: true })).toEqual([])
    expect(await api.evidence.search({ query: 'empathy', filters: { origin: 'own' } })).toMatchObject({
      total: 1,
    })
  })

  test('never fails and never reads typed text as syntax', { timeout: 60_000 }, async () => {
    const vault = createTestVault()
    const syntax = fc.constantFrom(
      '"',
      '*',
      '-',
      'NEAR(',
      'AND',
      'OR',
      'NOT',
      '^',
      ':',
      'title:',
      '{',
      '}',
      '(',
      ')',
      '+',
      ';',
      '--',
      '\0',
      '\uD800',
      '\uE000',
      'ﬁ',
      '😀',
      "'",
      '%',
      'İ',
      'ß',
      '\u0301',
      '\u{1E900}',
      '\u{16FF2}',
    )
    const query = fc.oneof(
      fc.string({ unit: 'binary' }),
      arbitraryText,
      fc.array(fc.oneof(syntax, arbitraryText), { maxLength: 12 }).map((parts) => parts.join(' ')),
    )
    await fc.assert(
      fc.asyncProperty(query, async (typed) => {
        await expect(vault.api.evidence.search({ query: typed })).resolves.toHaveProperty('total')
      }),
      { numRuns: 400 },
    )
    const words = Array.from({ length: 1_600 }, (_, index) => `w${index}`).join(' ')
    for (const long of [
      'a'.repeat(10_000),
      'a '.repeat(5_000),
      words,
      '"'.repeat(10_000),
      '()'.repeat(5_000),
    ])
      await expect(vault.api.evidence.search({ query: long.slice(0, 10_000) })).resolves.toHaveProperty(
        'total',
      )
    await expect(vault.api.evidence.search({ query: 'a'.repeat(10_001) })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    expect(await found(vault, 'alliance OR xylophone')).toEqual([])
    expect(await found(vault, 'claim:alliance')).toEqual(await found(vault, 'claim alliance'))
  })

  test('shows a text as it was written, including symbols between its words', async () => {
    const vault = createTestVault()
    const { id: _id, ...article } = exampleArticle({ title: 'No🙂hope “at” all' })
    await vault.api.evidence.saveOwn({ id: null, article, expectedRevision: 0 })
    const { results } = await vault.api.evidence.search({ query: 'hope at' })
    const [title] = results[0]?.matches.filter(({ part }) => part === 'title') ?? []
    expect(title?.text).toBe('No🙂hope “at” all')
    expect(title?.ranges.map(({ start, end }) => title.text.slice(start, end))).toEqual(['hope', 'at'])
  })

  test('finds every word of any stored title', { timeout: 60_000 }, async () => {
    const vault = createTestVault()
    await fc.assert(
      fc.asyncProperty(arbitraryText, fc.nat(), async (title, pick) => {
        const words = title.match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu)
        fc.pre(words !== null)
        const word = words?.[pick % words.length] ?? ''
        // Letters younger than the index's tables separate words.
        fc.pre(/^[\p{Script=Latin}\p{N}]+$/u.test(word) && /^[\u{20}-\u{24F}]+$/u.test(word))
        const { id: _id, ...article } = exampleArticle({ title })
        const entry = await vault.api.evidence.saveOwn({ id: null, article, expectedRevision: 0 })
        expect(await found(vault, word)).toContain(entry.article.id)
        await vault.api.evidence.removeOwn({ id: entry.article.id })
      }),
      {
        numRuns: 60,
        examples: [
          ['\u{1F568}Ḃ', 0],
          ['\uD7FC0', 0],
          ['\u{1D800}0', 0],
        ],
      },
    )
  })
})

describe('the words of the field', () => {
  test('dropout is found under each of its names', async () => {
    const vault = createTestVault()
    const dropout = await found(vault, 'dropout')
    expect(dropout.length).toBeGreaterThanOrEqual(3)
    for (const name of ['drop-out', 'premature termination', 'Attrition', 'dropping out'])
      expect(await found(vault, name)).toEqual(dropout)
    await save(vault, 'one', { title: 'Xylophones and premature termination' })
    expect(await found(vault, 'xylophones dropout')).toEqual(['one'])
    expect(await marked(vault, 'xylophones dropout')).toEqual(['Xylophones', 'premature termination'])
  })

  test.each(['attrition', 'early termination', 'unilateral termination', 'dropped out', 'premature ending'])(
    'a summary that says %s is found under dropout',
    async (name) => {
      const vault = createTestVault()
      await save(vault, 'one', { title: `Xylophones and ${name}` })
      expect(await found(vault, 'xylophones dropout')).toEqual(['one'])
    },
  )

  test('British and American spelling are one', async () => {
    const vault = createTestVault()
    await save(vault, 'british', { title: 'Behavioural counselling' })
    await save(vault, 'american', { title: 'Behavioral counseling' })
    expect(new Set(await found(vault, 'behavioral counselling'))).toEqual(new Set(['british', 'american']))
  })
})

describe('with thousands of matches', () => {
  test('those with the words in the title come first, and all are counted', { timeout: 60_000 }, async () => {
    const vault = createTestVault()
    const { id: _id, ...article } = exampleArticle()
    const records = Array.from({ length: 1_100 }, (_, index) => ({
      ...article,
      id: `many-${index}`,
      title: index % 100 === 7 ? 'Qanun oud ney' : 'Other',
      caveats: ['Qanun oud ney.'],
    }))
    const { writeSummary } = await import('./formats/write-summary.ts')
    await vault.api.evidence.import({ name: 'a.md', text: records.map(writeSummary).join('\n') })
    for (const query of ['qanun', 'qanun oud ney']) {
      const { total, results } = await vault.api.evidence.search({ query, limit: 12 })
      expect(total).toBe(1_100)
      expect(results.slice(0, 11).map(({ item }) => item.title)).toEqual(Array(11).fill('Qanun oud ney'))
      expect(results[11]?.item.title).toBe('Other')
      const filters = { onlyUnread: true }
      const onlyUnread = await vault.api.evidence.search({ query, filters, limit: 12 })
      expect(onlyUnread.total).toBe(1_100)
      expect(onlyUnread.results.map(({ item }) => item.id)).toEqual(results.map(({ item }) => item.id))
    }
  })
})
