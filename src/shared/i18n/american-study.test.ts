import { expect, test } from 'vitest'
import { americanEntry, americanResult } from './american-study.ts'
import type { EvidenceEntry, EvidenceResult, TextMatch } from '../evidence/evidence-item.ts'
import { exampleArticle } from '../evidence/testing/example-article.ts'

const article = exampleArticle({
  title: 'Behaviour in a programme',
  citation: 'Example, A. (2020). Behaviour in a programme.',
  sample: { 'clients of the programme': 40 },
  caveats: ['One centre.'],
})

const marks = { isBookmarked: false, readAt: null }
const entry: EvidenceEntry = {
  state: 'complete',
  origin: 'shipped',
  article,
  marks,
  note: { text: 'A programme of mine', revision: 1, savedAt: '2026-11-30T10:00:00.000Z' },
  revision: 0,
  savedAt: null,
}

test('a shipped study is spelled as Americans do, except its title, its reference and the reader’s note', () => {
  const american = americanEntry(entry)
  expect(american.article).toMatchObject({
    title: article.title,
    citation: article.citation,
    sample: { 'clients of the program': 40 },
    caveats: ['One center.'],
  })
  expect(american.note).toEqual(entry.note)
})

test('what the user wrote or imported stays as it is', () => {
  const own: EvidenceEntry = { ...entry, origin: 'own' }
  expect(americanEntry(own)).toEqual(own)
})

test('a match of the search keeps its marks on the words that were found', () => {
  const body: TextMatch = {
    part: 'body',
    text: 'Two programmes of counselling',
    ranges: [
      { start: 4, end: 14 },
      { start: 18, end: 29 },
    ],
  }
  const note: TextMatch = { ...body, part: 'note' }
  const { id, title, shortCitation, authors, topics, design } = article
  const found = (origin: 'shipped' | 'own'): EvidenceResult => ({
    item: {
      id,
      origin,
      title,
      shortCitation,
      authors,
      topics,
      design,
      ...marks,
      year: 2020,
      journal: null,
      doi: null,
      strength: null,
      isComplete: true,
      findings: 1,
      differences: 0,
      hasNote: true,
    },
    matches: [body, note],
  })
  const [shown, kept] = americanResult(found('shipped')).matches
  expect(shown?.ranges.map(({ start, end }) => shown.text.slice(start, end))).toEqual([
    'programs',
    'counseling',
  ])
  expect(kept).toEqual(note)
  expect(americanResult(found('own')).matches).toEqual([body, note])
})
