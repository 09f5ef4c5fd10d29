import { expect, test } from 'vitest'
import { answersInLines } from './answer-lines.ts'

test.each<[string, ReturnType<typeof answersInLines>]>([
  [
    'Never\nOften',
    [
      { score: 0, text: 'Never' },
      { score: 1, text: 'Often' },
    ],
  ],
  [
    ' 1 = Never \n\n5 = Often\n',
    [
      { score: 1, text: 'Never' },
      { score: 5, text: 'Often' },
    ],
  ],
  [
    '0: Never\n0.5) Often',
    [
      { score: 0, text: 'Never' },
      { score: 0.5, text: 'Often' },
    ],
  ],
  [
    '1. Never\n2. Often',
    [
      { score: 1, text: 'Never' },
      { score: 2, text: 'Often' },
    ],
  ],
  [
    '0 days\n1 day',
    [
      { score: 0, text: '0 days' },
      { score: 1, text: '1 day' },
    ],
  ],
  ['1 = Never\nOften', null],
  ['', []],
])('%j gives its answers', (text, answers) => {
  expect(answersInLines(text)).toEqual(answers)
})
