import { expect, test } from 'vitest'
import { gapOf, widestOf } from './widest-gaps.ts'

test('a gap is the mean difference of the newest five sessions that both rated', () => {
  expect(gapOf([9, 3, null, 2, 3, 2, null, 2.5, null])).toEqual({ difference: 2.5, sessions: 5, newest: 7 })
  expect(gapOf([-2, -3, -4])).toEqual({ difference: -3, sessions: 3, newest: 2 })
})

test('there is no gap below two tenths of the scale, with two sessions, or where the differences cancel out', () => {
  expect(gapOf([1.9, 1.9, 1.9])).toBeNull()
  expect(gapOf([2, 2, 2])).not.toBeNull()
  expect(gapOf([5, null, 5])).toBeNull()
  expect(gapOf([4, -4, 4, -4])).toBeNull()
  expect(gapOf([])).toBeNull()
})

test('only the three widest gaps are listed, whichever side rates higher', () => {
  const gaps = [2, -5, 3, 4].map((difference) => ({ gap: { difference, sessions: 3, newest: 2 } }))
  expect(widestOf(gaps).map(({ gap }) => gap.difference)).toEqual([-5, 4, 3])
})
