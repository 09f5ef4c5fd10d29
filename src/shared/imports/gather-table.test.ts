import { expect, test } from 'vitest'
import { exampleWide, gather } from './testing/example-table.ts'

const names = ['client', 'date', 'session', 'rater', 'M1', 'M2', 'M3', 'T1', 'T2', 'T3']
const oneRater = (rater: 'client' | 'therapist', first: number) => ({
  ...exampleWide,
  rater: { kind: 'one' as const, rater },
  items: exampleWide.items.map((each, at) => ({ ...each, column: first + at })),
})
const both = [oneRater('client', 4), oneRater('therapist', 7)]

test('two questionnaires side by side come as a session for each of them', () => {
  const { sessions, problems } = gather(
    [names, ['Ash', '2026-02-01', '1', '', '1', '2', '3', '0', '1', '2']],
    both,
  )
  expect(problems.listed).toEqual([])
  expect(sessions.map(({ questionnaire, number, forms }) => [questionnaire, number, forms])).toEqual([
    [0, 1, [{ row: 2, rater: 'client', answers: [1, 2, 3] }]],
    [1, 1, [{ row: 2, rater: 'therapist', answers: [0, 1, 2] }]],
  ])
})

test('a row is left out only if it has no answer for any of them', () => {
  const { sessions, leftOut } = gather(
    [
      names,
      ['Ash', '2026-02-01', '1', '', '', 'NA', '', '0', '1', '2'],
      ['Ash', '2026-02-08', '2', '', '', '', '', '', '', ''],
    ],
    both,
  )
  expect(sessions.map(({ questionnaire }) => questionnaire)).toEqual([1])
  expect(leftOut).toEqual({ empty: 1, other: 0 })
})

test('what is wrong with a row is said once, and what is wrong with an answer for its questionnaire alone', () => {
  const { sessions, problems } = gather(
    [
      names,
      ['', '2026-02-01', '1', '', '1', '2', '3', '0', '1', '2'],
      ['Ash', '2026-02-08', '2', '', '1', '2', '9', '0', '1', '2'],
    ],
    both,
  )
  expect(problems.listed.map(({ row, code, column }) => [row, code, column])).toEqual([
    [2, 'no-client', 'client'],
    [3, 'answer-not-possible', 'M3'],
  ])
  expect(sessions.map(({ questionnaire, number }) => [questionnaire, number])).toEqual([[1, 2]])
})
