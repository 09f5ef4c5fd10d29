import { expect, test } from 'vitest'
import { firstRange, hasBrush, hasRanges, rangeOf, withinRange } from './session-range.ts'

/** Weekly sessions up to 27 November 2026. */
const weekly = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.UTC(2026, 10, 27) - (count - 1 - index) * 7 * 86_400_000)
    return { date: day.toISOString().slice(0, 10) }
  })

test('a year reaches back to the same day a year before the newest session', () => {
  expect(rangeOf('year', weekly(200))).toEqual({ from: 147, to: 199 })
  expect(weekly(200)[147]?.date).toBe('2025-11-28')
  expect(rangeOf('year', weekly(30))).toEqual({ from: 0, to: 29 })
})

test('the last 20 are the newest 20, or all of fewer', () => {
  expect(rangeOf('last20', weekly(200))).toEqual({ from: 180, to: 199 })
  expect(rangeOf('last20', weekly(5))).toEqual({ from: 0, to: 4 })
})

test('a short course is shown whole and offers no ranges; a long one opens with its newest year and has a brush', () => {
  expect(hasRanges(weekly(20))).toBe(false)
  expect(hasRanges(weekly(21))).toBe(true)
  expect(hasBrush(weekly(60))).toBe(false)
  expect(hasBrush(weekly(61))).toBe(true)
  expect(firstRange(weekly(60))).toBe('all')
  expect(firstRange(weekly(61))).toBe('year')
})

const session = (number: number) => ({
  number,
  date: '2026-01-01',
  status: 'held' as const,
  client: 7,
  therapist: null,
  missingReason: null,
})
const chart = {
  sessions: Array.from({ length: 30 }, (_, index) => session(index + 1)),
  episodes: [
    { label: 'R1', state: 'repaired', level: 'rupture', peakIndex: 2, troughIndex: 4, endIndex: 6 },
    { label: 'R2', state: 'repaired', level: 'rupture', peakIndex: 8, troughIndex: 11, endIndex: 22 },
    { label: 'R3', state: 'open', level: 'rupture', peakIndex: 25, troughIndex: 26, endIndex: null },
  ] as const,
  reported: [
    { index: 9, text: 'before' },
    { index: 12, text: 'within' },
  ],
  formChanges: [3, 10],
}

test('in a range only what lies in it is drawn, at its new place', () => {
  const part = withinRange(chart, { from: 10, to: 20 })
  expect(part.sessions.map(({ number }) => number)).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21])
  expect(part.reported).toEqual([{ index: 2, text: 'within' }])
  expect(part.formChanges).toEqual([0])
})

test('a drop whose lowest rating is in the range keeps it; its ends stay inside', () => {
  const { episodes } = withinRange(chart, { from: 10, to: 20 })
  // The end of R2 lies behind the range.
  expect(episodes).toEqual([
    { label: 'R2', state: 'repaired', level: 'rupture', peakIndex: 0, troughIndex: 1, endIndex: null },
  ])
  expect(withinRange(chart, { from: 10, to: 29 }).episodes.map(({ label }) => label)).toEqual(['R2', 'R3'])
})

test('the whole range changes nothing', () => {
  expect(withinRange(chart, { from: 0, to: 29 })).toEqual(chart)
})
