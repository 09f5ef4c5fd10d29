import { expect, test } from 'vitest'
import { fitInRow } from './short-answers.ts'

const answers = (...texts: string[]) => texts.map((text, value) => ({ value, text }))

test('the answers of the PHQ-9 fit beside each other, and so do yes and no', () => {
  expect(fitInRow(answers('Not at all', 'Several days', 'More than half the days', 'Nearly every day'))).toBe(
    true,
  )
  expect(fitInRow(answers('No', 'Yes'))).toBe(true)
})

test('answers that take three lines get rows of their own', () => {
  expect(fitInRow(answers('Not at all', 'A little', 'Some of the time but not on most days', 'Always'))).toBe(
    false,
  )
})

test('the more answers there are, the shorter each must be', () => {
  const word = 'Sometimes'
  expect(fitInRow(answers(word, word, word, word, word))).toBe(true)
  expect(fitInRow(answers(word, word, word, word, word, word))).toBe(false)
})

test('a word that is longer than its place does not fit', () => {
  expect(fitInRow(answers('Never', 'x'.repeat(15), 'Often', 'Always'))).toBe(false)
})
