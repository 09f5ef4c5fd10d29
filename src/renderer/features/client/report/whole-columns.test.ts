import { expect, test } from 'vitest'
import { wholeColumns } from './whole-columns.ts'

const feelings = [
  ['Supportive (0 to 10)', '5 → 7', '6 → 7', '6 → 7'],
  ['Inadequate (0 to 10)', '3 → 4', '4 → 6', '5 → 5'],
  ['Words chosen', 'before: Liking; after: Drained', 'after: Drained', 'before: Drained and Helpless'],
]
const sessions = ['Feeling', 'Session 10', 'Session 11', 'Session 12']

test('no word is broken where all columns fit beside each other, in the head or in a cell', () => {
  expect(wholeColumns(sessions, feelings)).toEqual([true, true, true, true])
})

test('a long word of another language stays whole as long as it fits', () => {
  const rows = [['Selbstwirksamkeitserwartung', '3 → 4', '4 → 6', 'vorher: Unzulänglichkeitsgefühl']]
  expect(wholeColumns(sessions, rows)).toEqual([true, true, true, true])
})

test('where not all fit, only the columns with the longest words may break one', () => {
  const rows = [['Inadequate', 'x'.repeat(60), '4', '5 → 5']]
  expect(wholeColumns(sessions, rows)).toEqual([true, false, true, true])
  const many = Array.from({ length: 20 }, () => 'Unzulänglichkeitsgefühl')
  expect(wholeColumns(many, [many])).toEqual(many.map(() => false))
})

test('a table without a row goes by its head', () => {
  expect(wholeColumns(['Date', 'x'.repeat(90)], [])).toEqual([true, false])
})
