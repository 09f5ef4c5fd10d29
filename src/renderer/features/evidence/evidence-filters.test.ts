import { describe, expect, it } from 'vitest'
import { exampleArticle } from '#shared/evidence/testing/example-article.ts'
import {
  designsWithArticles,
  filterArticles,
  hasFilters,
  noFilters,
  topicsWithArticles,
  type EvidenceFilters,
} from './evidence-filters.ts'

const articles = [
  exampleArticle({ id: 'warmth', title: 'Warmth', topics: ['alliance', 'empathy'], design: 'longitudinal' }),
  exampleArticle({ id: 'mending', title: 'Mending', topics: ['alliance'], design: 'meta-analysis' }),
  exampleArticle({ id: 'leaving', title: 'Leaving', topics: ['attendance'], design: 'longitudinal' }),
]

function found(filters: Partial<EvidenceFilters>): string[] {
  return filterArticles(articles, { ...noFilters, ...filters }).map(({ article }) => article.id)
}

describe('the filters', () => {
  it('let everything through when none is set', () => {
    expect(found({})).toEqual(['warmth', 'mending', 'leaving'])
  })

  it('narrow by topic, by design and by words, all at once', () => {
    expect(found({ topic: 'alliance' })).toEqual(['warmth', 'mending'])
    expect(found({ design: 'longitudinal' })).toEqual(['warmth', 'leaving'])
    expect(found({ topic: 'alliance', design: 'longitudinal' })).toEqual(['warmth'])
    expect(found({ topic: 'alliance', query: 'leaving' })).toEqual([])
  })

  it('count as set only when they narrow something', () => {
    expect(hasFilters(noFilters)).toBe(false)
    expect(hasFilters({ ...noFilters, query: '  ' })).toBe(false)
    expect(hasFilters({ ...noFilters, query: 'warmth' })).toBe(true)
    expect(hasFilters({ ...noFilters, topic: 'empathy' })).toBe(true)
    expect(hasFilters({ ...noFilters, design: 'review' })).toBe(true)
  })

  it('offer only what leads somewhere, with how many', () => {
    expect(topicsWithArticles(articles).map(({ id, count }) => [id, count])).toEqual([
      ['alliance', 2],
      ['attendance', 1],
      ['empathy', 1],
    ])
    expect(designsWithArticles(articles)).toEqual([
      { id: 'meta-analysis', count: 1 },
      { id: 'longitudinal', count: 2 },
    ])
  })
})
