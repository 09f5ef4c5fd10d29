import { describe, expect, test } from 'vitest'
import { hasFilters, noFilters, searchOf } from './evidence-filters.ts'

describe('the question that the filters stand for', () => {
  test('leaves everything open where nothing is chosen', () => {
    expect(searchOf(noFilters)).toEqual({
      query: '',
      filters: {
        topics: [],
        designs: [],
        leastStrength: null,
        yearFrom: null,
        yearTo: null,
        origin: null,
        onlyBookmarked: false,
        onlyUnread: false,
        onlyWithNote: false,
        onlyDrafts: false,
      },
    })
  })

  test('carries each choice over', () => {
    const { query, filters } = searchOf({
      query: '  trust ',
      topic: 'alliance',
      design: 'review',
      leastStrength: 4,
      yearFrom: 2018,
      yearTo: 2020,
      marks: ['own', 'bookmarked', 'unread', 'note', 'drafts'],
    })
    expect(query).toBe('trust')
    expect(filters).toEqual({
      topics: ['alliance'],
      designs: ['review'],
      leastStrength: 4,
      yearFrom: 2018,
      yearTo: 2020,
      origin: 'own',
      onlyBookmarked: true,
      onlyUnread: true,
      onlyWithNote: true,
      onlyDrafts: true,
    })
  })

  test('narrows nothing down by spaces alone, but by any single filter', () => {
    expect(hasFilters({ ...noFilters, query: '   ' })).toBe(false)
    expect(hasFilters({ ...noFilters, query: 'a' })).toBe(true)
    expect(hasFilters({ ...noFilters, marks: ['unread'] })).toBe(true)
    expect(hasFilters({ ...noFilters, yearTo: 2020 })).toBe(true)
  })
})
