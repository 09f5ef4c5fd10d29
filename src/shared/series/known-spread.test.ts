import { expect, test } from 'vitest'
import { knownSpreadOf } from './known-spread.ts'

const source = 'A made-up source'
const alpha = { kind: 'alpha', value: 0.91, source } as const
const retest = { kind: 'test-retest', value: 0.64, source } as const

test('a spread from a study comes before the one of this vault, and that before the error of measurement', () => {
  const scale = { spread: { within: 1.2, between: 5, source }, reliability: [retest] }
  expect(knownSpreadOf(scale, 2)).toEqual({ kind: 'published', points: 1.2, source })
  const without = { spread: { between: 5, source }, reliability: [retest] }
  expect(knownSpreadOf(without, 2)).toEqual({ kind: 'pooled', points: 2, source: null })
  expect(knownSpreadOf(without, null)).toEqual({ kind: 'measurement-error', points: 3, source })
})

test('of several reliabilities, that over time counts', () => {
  const scale = { spread: { between: 5, source }, reliability: [alpha, retest] }
  expect(knownSpreadOf(scale, null)?.points).toBeCloseTo(3, 10)
})

test('nothing is known from a reliability alone, nor of a scale without facts', () => {
  expect(knownSpreadOf({ reliability: [alpha] }, null)).toBeNull()
  expect(knownSpreadOf({}, null)).toBeNull()
})
