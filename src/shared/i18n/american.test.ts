import { expect, test } from 'vitest'
import { americanOf, inAmerican, placeInAmerican, spellsAmerican } from './american.ts'

test('the catalogue is spelled as Americans do, and names of values stay', () => {
  expect(
    inAmerican({
      statuses: { late: 'Cancelled late', here: 'cancelled {{colour}}' },
      licences: ['Licences, towards judgement'],
    }),
  ).toEqual({
    statuses: { late: 'Canceled late', here: 'canceled {{colour}}' },
    licences: ['Licenses, toward judgment'],
  })
})

test.each([
  ['en-US', true],
  ['en', true],
  ['en-GB', false],
  ['en-AU', false],
  ['de-DE', false],
  ['es-US', false],
  ['not a locale', false],
])('%s spells American: %s', (computer, is) => {
  expect(spellsAmerican(computer)).toBe(is)
})

test('a place in a text stays on its word', () => {
  const text = 'A programme for behavioural change'
  const american = americanOf(text)
  expect(american).toBe('A program for behavioral change')
  const shown = (start: number, end: number) =>
    american.slice(placeInAmerican(text, start), placeInAmerican(text, end))
  expect(shown(2, 11)).toBe('program')
  expect(shown(16, 22)).toBe('behavi')
  expect(shown(16, 27)).toBe('behavioral')
  expect(shown(28, 34)).toBe('change')
  expect(shown(0, text.length)).toBe(american)
})
