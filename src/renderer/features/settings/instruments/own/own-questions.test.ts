import { expect, test } from 'vitest'
import { questionsInLines } from './own-questions.ts'

const three = questionsInLines('One\nTwo\nThree', [])

test('each line is a question, empty ones are none', () => {
  expect(three).toEqual([
    { id: 'q1', text: 'One' },
    { id: 'q2', text: 'Two' },
    { id: 'q3', text: 'Three' },
  ])
  expect(questionsInLines('\n  One \n\n', [])).toEqual([{ id: 'q1', text: 'One' }])
})

test.each([
  ['reworded', 'One\nTwo!\nThree', ['q1', 'q2', 'q3']],
  ['moved', 'Three\nOne\nTwo', ['q3', 'q1', 'q2']],
  ['removed', 'One\nThree', ['q1', 'q3']],
  ['added between two', 'One\nOne and a half\nTwo\nThree', ['q1', 'q4', 'q2', 'q3']],
  ['asked twice', 'One\nOne\nTwo\nThree', ['q1', 'q4', 'q2', 'q3']],
])('a question that is %s keeps the ids of all others', (_what, text, ids) => {
  expect(questionsInLines(text, three).map(({ id }) => id)).toEqual(ids)
})
