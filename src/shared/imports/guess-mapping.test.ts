import { expect, test } from 'vitest'
import { createTableSurvey, repeatedNames } from './table-survey.ts'
import {
  asksDateOrder,
  guessDateOrder,
  guessRaters,
  guessRoles,
  guessSessionNumbers,
} from './guess-mapping.ts'

function surveyOf(rows: readonly (readonly string[])[], header: number | null = null) {
  const survey = createTableSurvey(';', header)
  rows.forEach((row) => survey.take(row))
  return survey.finish()
}
const columnOf = (...cells: string[]) => {
  const [column] = surveyOf([['name'], ...cells.map((cell) => [cell])], 1).columns
  if (!column) throw new Error('the survey has no column')
  return column
}

test('the names of the columns are found below a title, and beside a column without a name', () => {
  const found = surveyOf([
    ['Ratings of 2026'],
    [],
    ['', 'client', 'date', 'M1'],
    ['1', 'Ash', '2026-02-01', '2'],
  ])
  expect([found.header, found.rows]).toEqual([3, 1])
  expect(found.columns.map(({ name }) => name)).toEqual(['', 'client', 'date', 'M1'])
})

test('missing codes and decimal marks are found with how often they come', () => {
  const found = surveyOf(
    [
      ['a', 'b'],
      ['NA', '1,5'],
      ['#NULL!', '-99'],
      ['NA', '2,0'],
      ['99', ''],
    ],
    1,
  )
  expect(found.missing).toEqual([
    { code: 'NA', count: 2, isUsual: true },
    { code: '#NULL!', count: 1, isUsual: true },
    { code: '-99', count: 1, isUsual: true },
    { code: '99', count: 1, isUsual: false },
  ])
  expect(found.decimal).toBe('comma')
  expect(surveyOf([['a'], ['1.5'], ['1,5']], 1).decimal).toBe('both')
})

test('a name that several columns have is found, and each keeps its own place', () => {
  const found = surveyOf([
    ['date', 'BDI', 'BDI'],
    ['2026-02-01', '1', '2'],
  ])
  expect(repeatedNames(found)).toEqual(['BDI'])
  expect(found.columns.map(({ values }) => values[0]?.text)).toEqual(['2026-02-01', '1', '2'])
})

test('columns are recognised by their names and by their dates', () => {
  const names = ['record_id', 'redcap_event_name', 'completed', 'Rater', 'phq9_1']
  const { columns } = surveyOf([names, ['7', 'week_1_arm_1', '13/02/2026', 'Patient', '2']])
  expect(guessRoles({ columns })).toEqual({
    client: 0,
    session: 1,
    date: 2,
    rater: 3,
    questionnaire: null,
    item: null,
    answer: null,
  })
  const born = surveyOf([
    ['record_id', 'birth_date', 'visit_date'],
    ['7', '1980-02-13', '2026-02-13'],
  ])
  expect(guessRoles(born)).toMatchObject({ client: 0, date: 2 })
  const long = surveyOf([
    ['Client ID', 'Measure', 'Item', 'Value'],
    ['7', 'PHQ', 'phq9_1', '2'],
  ])
  expect(guessRoles(long)).toMatchObject({ client: 0, questionnaire: 1, item: 2, answer: 3 })
})

test('the whole column says the order of its dates, and asked for where nothing tells it', () => {
  expect(guessDateOrder(columnOf('03/04/2026', '13/04/2026'))).toBe('day-first')
  expect(guessDateOrder(columnOf('03/04/2026', '04/13/2026'))).toBe('month-first')
  const open = columnOf('03/04/2026', '05/06/2026')
  expect([guessDateOrder(open), asksDateOrder(open)]).toEqual([null, true])
  expect(asksDateOrder(columnOf('2026-04-03'))).toBe(false)
})

test('names of sessions get the numbers in them, or the order in which they come', () => {
  expect(guessSessionNumbers(columnOf('1', '2', '3'))).toEqual([])
  expect(guessSessionNumbers(columnOf('week_4_arm_1', 'week_8_arm_1')).map(({ number }) => number)).toEqual([
    4, 8,
  ])
  expect(guessSessionNumbers(columnOf('baseline', 'week_1')).map(({ number }) => number)).toEqual([1, 2])
})

test('raters are recognised by what they are usually called', () => {
  expect(guessRaters(columnOf('Patient', 'clinician', 'nurse'))).toEqual({
    client: ['Patient'],
    therapist: ['clinician'],
  })
})
