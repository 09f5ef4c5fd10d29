import { expect, test } from 'vitest'
import { instrumentSchema } from '../instruments/instrument.ts'
import { totalFormOf } from '../instruments/total-form.ts'
import { isSameTotal } from './compare-totals.ts'
import { createTableGatherer } from './gather-table.ts'
import type { Mapping } from './mapping.ts'
import {
  exampleLong,
  exampleQuestionnaire,
  exampleWay,
  exampleWide,
  gather,
} from './testing/example-table.ts'

const totalForm = totalFormOf(exampleQuestionnaire, true)!
const names = ['client', 'date', 'session', 'rater', 'M1', 'M2', 'M3', 'Sum']
const wide: Mapping = { ...exampleWide, totals: [{ scale: 'total', column: 7 }] }
const longNames = ['client', 'date', 'session', 'rater', 'item', 'answer']
const long: Mapping = { ...exampleLong, totals: [{ scale: 'total', text: 'sum' }] }
const row = (session: number, ...cells: string[]) => [
  'Ash',
  `2026-02-0${session}`,
  String(session),
  'client',
  ...cells,
]

test('a total beside the answers is compared, each row that differs is noted, and the answers are kept', () => {
  const { sessions, notes, problems } = gather(
    [
      names,
      row(1, '1', '2', '3', '6'),
      row(2, '1', '2', '2.5', '7'),
      row(3, '1', '', '3', '9'),
      row(4, '1', '2', '3', 'high'),
      row(5, '1', '2', '3', 'NA'),
    ],
    wide,
  )
  expect(notes).toEqual({
    further: 0,
    listed: [
      { row: 3, code: 'total-differs', column: 'Sum', text: '7', worked: '5.5' },
      { row: 4, code: 'total-unchecked', column: 'Sum', text: '9', worked: '' },
      { row: 5, code: 'total-unreadable', column: 'Sum', text: 'high', worked: '' },
    ],
  })
  expect(problems.listed).toEqual([])
  expect(sessions).toHaveLength(5)
  expect(sessions[1]!.forms).toEqual([{ row: 3, rater: 'client', answers: [1, 2, 2.5] }])
})

test('the same holds for a table with a row for each answer, in any order', () => {
  const rows = [
    row(1, 'sum', '7'),
    row(1, 'M1', '1'),
    row(1, 'M2', '2'),
    row(1, 'M3', '3'),
    row(2, 'M1', '1'),
    row(2, 'M2', '2'),
    row(2, 'M3', '3'),
    row(2, 'sum', '6'),
  ]
  const { sessions, notes } = gather([longNames, ...rows], long)
  expect(notes.listed).toEqual([{ row: 2, code: 'total-differs', column: 'answer', text: '7', worked: '6' }])
  expect(sessions.map(({ forms }) => forms[0]!.answers)).toEqual([
    [1, 2, 3],
    [1, 2, 3],
  ])
})

test('a total without answers is noted, and brings no form', () => {
  const inWide = gather([names, row(1, '', '', 'NA', '6')], wide)
  expect([inWide.sessions, inWide.notes.listed, inWide.leftOut]).toEqual([
    [],
    [{ row: 2, code: 'total-alone', column: 'Sum', text: '6', worked: '' }],
    { empty: 1, other: 0 },
  ])
  const inLong = gather([longNames, row(1, 'sum', '6')], long)
  expect([inLong.sessions, inLong.notes.listed.map(({ code }) => code)]).toEqual([[], ['total-alone']])
})

test('it is not noted if the same import takes the totals, which come as forms of their own', () => {
  const mapping: Mapping = {
    ...exampleWide,
    instrument: { id: totalForm.id, version: 1 },
    items: [{ item: 'total', column: 7 }],
  }
  const gatherer = createTableGatherer({
    how: exampleWay,
    columns: names,
    questionnaires: [
      { mapping: wide, instrument: exampleQuestionnaire },
      { mapping, instrument: totalForm },
    ],
  })
  const rows = [row(1, '1', '2', '3', '6'), row(2, '', '', '', '9'), row(3, '', '', '', '9.5')]
  rows.forEach((cells, at) => gatherer.take(at + 2, cells))
  const sessions = [...gatherer.sessions()]
  expect(
    sessions.map(({ questionnaire, number, forms }) => [questionnaire, number, forms[0]!.answers]),
  ).toEqual([
    [0, 1, [1, 2, 3]],
    [1, 1, [6]],
    [1, 2, [9]],
  ])
  const { notes, problems } = gatherer.end()
  expect(notes.listed).toEqual([])
  expect(problems.listed).toMatchObject([{ row: 4, code: 'total-not-possible', column: 'Sum', text: '9.5' }])
})

test('a sum must be exact, what is averaged may be rounded', () => {
  const [sum] = exampleQuestionnaire.scales
  const same = (scale: typeof sum, given: number, worked: number) =>
    isSameTotal(exampleQuestionnaire, scale!, { given, worked })
  const mean = instrumentSchema.shape.scales.element.parse({ ...sum, method: 'mean', maximum: 3 })
  expect([same(sum, 6, 6), same(sum, 6, 6.5), same(sum, 6.5, 6.4999999)]).toEqual([true, false, true])
  expect([same(mean, 1.33, 4 / 3), same(mean, 1.3, 4 / 3), same(mean, 1, 4 / 3)]).toEqual([true, true, false])
})
