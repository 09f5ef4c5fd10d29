import { describe, expect, test } from 'vitest'
import { hasFilters, noFilters, searchOf } from './evidence-filters.ts'

describe('the search that the filters make', () => {
  test('leaves everything open if nothing is chosen', () => {
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

  test('contains each choice', () => {
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

  test('is narrowed by any single filter, but not by spaces alone', () => {
    expect(hasFilters({ ...noFilters, query: '   ' })).toBe(false)
    expect(hasFilters({ ...noFilters, query: 'a' })).toBe(true)
    expect(hasFilters({ ...noFilters, marks: ['unread'] })).toBe(true)
    expect(hasFilters({ ...noFilters, yearTo: 2020 })).toBe(true)
  })
})
