import { expect, test } from 'vitest'
import { countLibrary, libraryCountsSchema } from './library-counts.ts'

test('counts a library by topic and design, with its years, the latest first', () => {
  const counts = countLibrary([
    { topics: ['alliance', 'empathy'], design: 'review', year: 2018 },
    { topics: ['alliance'], design: null, year: null },
    { topics: [], design: 'review', year: 2021 },
    { topics: [], design: 'qualitative', year: 2018 },
  ])
  expect(counts.total).toBe(4)
  expect(counts.topics).toMatchObject({ alliance: 2, empathy: 1, trauma: 0 })
  expect(counts.designs).toMatchObject({ review: 2, qualitative: 1, longitudinal: 0 })
  expect(counts.years).toEqual([2021, 2018])
})

test('an empty library has every topic and design at 0', () => {
  const counts = countLibrary([])
  expect(libraryCountsSchema.parse(counts)).toEqual(counts)
  expect(Object.keys(counts.topics)).toHaveLength(36)
})
