import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrapText } from './wrap-text.ts'

/** One for each character of these texts. */
const measure = (text: string) => text.length

test('a text is broken between words', () => {
  expect(wrapText('the bond fell  and was repaired', 13, measure)).toEqual([
    'the bond fell',
    'and was',
    'repaired',
  ])
  expect(wrapText('', 10, measure)).toEqual([])
})

test('a word that is too wide for a line is broken between its characters', () => {
  expect(wrapText(`of ${'A'.repeat(11)} b`, 5, measure)).toEqual(['of', 'AAAAA', 'AAAAA', 'A b'])
})

test('no word is lost and no line is wider than asked, for any text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{1,30}$/)),
      fc.integer({ min: 1, max: 20 }),
      (words, width) => {
        const lines = wrapText(words.join(' '), width, measure)
        expect(lines.every((line) => measure(line) <= width)).toBe(true)
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''))
      },
    ),
  )
})
