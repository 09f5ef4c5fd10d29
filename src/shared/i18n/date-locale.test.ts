import { expect, test } from 'vitest'
import { dateLocaleFor } from './date-locale.ts'

const moment = new Date('2025-03-04T14:05:00.000Z')

function written(computer: string): string {
  const locale = dateLocaleFor(computer)
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
    .format(moment)
    .replace('\u202f', ' ')
}

test.each([
  ['en-US', 'Mar 4, 2025, 2:05 PM'],
  ['en-GB', '4 Mar 2025, 14:05'],
  ['de-DE', '4 Mar 2025, 14:05'],
  ['de', '4 Mar 2025, 14:05'],
  ['pt-BR', '4 Mar 2025, 14:05'],
  ['th-TH', '4 Mar 2025, 14:05'],
  ['en-AU', '4 Mar 2025, 2:05 pm'],
])('dates are English, in the order and the hours of %s', (computer, expected) => {
  expect(written(computer)).toBe(expected)
})

test.each(['', 'C', 'no locale at all'])('a text that names no locale (“%s”) gives plain English', (text) => {
  expect(dateLocaleFor(text)).toBe('en')
})
