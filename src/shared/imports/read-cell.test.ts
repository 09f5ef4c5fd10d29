import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderOfDate, readDate, readNumber } from './read-cell.ts'

const twoDigits = (part: number): string => String(part).padStart(2, '0')
const day = fc.record({
  year: fc.integer({ min: 2000, max: 2099 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
})

test('any day is read in any way of writing it, given its order', () => {
  fc.assert(
    fc.property(
      day,
      fc.constantFrom('-', '/', '.'),
      fc.boolean(),
      fc.constantFrom('', ' 14:05', 'T14:05:00Z', ' 2:05 PM'),
      ({ year, month, day: ofMonth }, mark, isPadded, time) => {
        const iso = `${year}-${twoDigits(month)}-${twoDigits(ofMonth)}`
        const written = (...parts: number[]) =>
          `${parts.map((part) => (isPadded ? twoDigits(part) : String(part))).join(mark)}${time}`
        expect(readDate(written(year, month, ofMonth), null)).toBe(iso)
        expect(readDate(written(ofMonth, month, year), 'day-first')).toBe(iso)
        if (mark !== '.') expect(readDate(written(month, ofMonth, year), 'month-first')).toBe(iso)
      },
    ),
  )
})

test('fault 301: a date that could be read in two ways is not read until somebody decides', () => {
  expect(readDate('03/04/2026', null)).toBeNull()
  expect(orderOfDate('03/04/2026')).toBe('open')
  expect(orderOfDate('13/04/2026')).toBe('day-first')
  expect(orderOfDate('04/13/2026')).toBe('month-first')
  expect(orderOfDate('2026/04/13')).toBe('year-first')
})

test('between points the day comes first, whatever was decided for other dates', () => {
  expect(readDate('03.04.2026', 'month-first')).toBe('2026-04-03')
  expect(orderOfDate('03.04.2026')).toBe('day-first')
})

test('a day that is not in the calendar, and any other text, is no date', () => {
  for (const text of ['30.02.2026', '2026-13-01', '1.1', '45012', '', 'March', '12-2026', '1/2/20260'])
    expect(readDate(text, 'day-first')).toBeNull()
})

test('a number is read only as its table writes numbers', () => {
  expect(readNumber('1,5', 'comma')).toBe(1.5)
  expect(readNumber('1.5', 'point')).toBe(1.5)
  expect([readNumber('1.5', 'both'), readNumber('1,5', 'both')]).toEqual([1.5, 1.5])
  expect([readNumber('1,500', 'point'), readNumber('1.5', 'comma')]).toEqual([null, null])
  for (const text of ['', 'NA', '1e3', '0x1', '1 000', '½', '=1']) expect(readNumber(text, 'both')).toBeNull()
})

test('any number that is written plainly comes back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -9_999, max: 9_999 }), fc.integer({ min: 0, max: 99 }), (whole, part) => {
      const text = `${whole}.${twoDigits(part)}`
      expect(readNumber(text, 'point')).toBe(Number(text))
      expect(readNumber(text.replace('.', ','), 'comma')).toBe(Number(text))
    }),
  )
})
