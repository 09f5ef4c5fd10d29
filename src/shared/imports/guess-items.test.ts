import { expect, test } from 'vitest'
import { totalFormOf } from '../instruments/total-form.ts'
import { guessItems, guessTotals } from './guess-items.ts'
import { exampleQuestionnaire } from './testing/example-table.ts'

test('a row of texts with rising numbers stands for the items, if it is the questionnaire’s or has as many', () => {
  const { items } = exampleQuestionnaire
  const of = (id: string, texts: string[]) => guessItems({ id, items, scales: [] }, texts).map(({ at }) => at)
  expect(of('moods-3', ['x', 'q_1', 'q_2', 'q_3'])).toEqual([1, 2, 3])
  expect(of('moods-3', ['moods-2', 'moods-1', 'moods-3'])).toEqual([1, 0, 2])
  expect(of('moods-3', ['q1_1', 'q1_2', 'q1_3', 'moods3_01', 'moods3_02'])).toEqual([3, 4])
  expect(of('moods-3', ['a1', 'a2', 'a3', 'b1', 'b2', 'b3'])).toEqual([])
  expect(of('moods-3', ['a1', 'a2', 'a3', 'a4'])).toEqual([])
})

const phq = { id: 'phq-9', scales: exampleQuestionnaire.scales }
const isFound = (text: string) => guessTotals(phq, ['client', text]).some(({ at }) => at === 1)

test.each([
  'phq9_total',
  'PHQ-9 sum',
  'PHQ9 score',
  'phq_total',
  'Total PHQ-9',
  'PHQ9',
  'phq9 Gesamtwert',
  'PHQ total score',
])('a column called “%s” is found as the total of PHQ-9', (text) => {
  expect(isFound(text)).toBe(true)
})

test.each(['phq9_1', 'phq', 'gad7_total', 'total', 'score', 'phq9_total_date', 'phq_9_difficulty'])(
  'a column called “%s” is not',
  (text) => {
    expect(isFound(text)).toBe(false)
  },
)

test('with several scores, each is found by its own name, and the total by a word for it', () => {
  const [first] = exampleQuestionnaire.scales
  const scales = [
    { ...first!, id: 'calm' },
    { ...first!, id: 'overall' },
  ]
  expect(guessTotals({ id: 'mine', scales }, ['mine_total', 'Mine: calm', 'mine_overall'])).toEqual([
    { scale: 'calm', at: 1 },
    { scale: 'overall', at: 0 },
  ])
})

test('a total is never taken for an item whose number its name has', () => {
  const texts = ['moods_1', 'moods_2', 'moods_3', 'moods3_total']
  expect(guessItems(exampleQuestionnaire, texts).map(({ at }) => at)).toEqual([0, 1, 2])
  expect(guessTotals(exampleQuestionnaire, texts)).toEqual([{ scale: 'total', at: 3 }])
  expect(guessTotals(exampleQuestionnaire, texts.slice(0, 3))).toEqual([])
})

test('the items of a form of totals are looked for as totals', () => {
  const form = totalFormOf(exampleQuestionnaire, true)!
  expect(guessItems(form, ['moods3_1', 'week1', 'moods3_total'])).toEqual([{ item: 'total', at: 2 }])
})
