import { expect, test } from 'vitest'
import { mappingSchema } from '#shared/imports/mapping.ts'
import { exampleQuestionnaire, surveyOf } from '#shared/imports/testing/example-table.ts'
import {
  firstChoice,
  gapsIn,
  howOf,
  mappingOf,
  withColumn,
  withInstrument,
  withItems,
  withQuestionnaire,
  withRepeated,
  type Choice,
} from './choice.ts'

const wide = surveyOf(
  ['client', 'date', 'session', 'rater', 'moods_1', 'moods_2', 'moods_3'],
  ['Ash', '13/02/2026', '1', 'client', '1', '2', 'NA'],
  ['Ash', '20/02/2026', '2', 'therapist', '1', '2', '99'],
)
const long = surveyOf(
  ['client', 'date', 'rater', 'measure', 'item', 'value'],
  ['Ash', '2026-02-13', 'client', 'moods', 'q1', '1'],
  ['Ash', '2026-02-13', 'client', 'moods', 'q2', '1'],
  ['Ash', '2026-02-13', 'client', 'moods', 'q3', '1'],
)

test('a table with a row for each form is found whole, once its questionnaire is chosen', () => {
  const choice = withInstrument(firstChoice(wide), wide, exampleQuestionnaire)
  expect(gapsIn(choice, wide)).toEqual([])
  const reading = { how: howOf(choice, wide), mapping: mappingOf(choice, wide) }
  expect(reading).toEqual({
    how: { delimiter: ',', header: 1, decimal: 'point', dateOrder: 'day-first', missing: ['NA'] },
    mapping: {
      layout: 'wide',
      instrument: { id: 'moods-3', version: 1 },
      client: 0,
      date: 1,
      session: { column: 2, names: [] },
      rater: { kind: 'column', column: 3, client: ['client'], therapist: ['therapist'] },
      occasion: 'before',
      items: [
        { item: 'moods-1', column: 4 },
        { item: 'moods-2', column: 5 },
        { item: 'moods-3', column: 6 },
      ],
    },
  })
  expect(mappingSchema.safeParse(reading.mapping).success).toBe(true)
})

test('a table with a row for each answer asks which text means the questionnaire', () => {
  const choice = withInstrument(firstChoice(long), long, exampleQuestionnaire)
  expect(choice.layout).toBe('long')
  expect(gapsIn(choice, long)).toEqual(['only'])
  expect(mappingOf({ ...choice, only: 'moods' }, long)).toMatchObject({
    layout: 'long',
    itemColumn: 4,
    answerColumn: 5,
    only: { column: 3, text: 'moods' },
    items: [
      { item: 'moods-1', text: 'q1' },
      { item: 'moods-2', text: 'q2' },
      { item: 'moods-3', text: 'q3' },
    ],
  })
})

test('what is still to be said is listed in the order of the screen', () => {
  const bare = surveyOf(['a', 'b'], ['x', 'y'])
  expect(gapsIn(firstChoice(bare), bare)).toEqual(['instrument', 'client', 'place'])
  const asked = withItems({ ...firstChoice(bare), layout: 'long' }, bare)
  expect(gapsIn(asked, bare)).toEqual(['instrument', 'client', 'place', 'item-column', 'answer-column'])
  expect(gapsIn(withInstrument(asked, bare, exampleQuestionnaire), bare)).toContain('items')
})

test('dates that could be either, and raters nobody named, wait for a word', () => {
  const open = surveyOf(
    ['client', 'date', 'rater', 'q1', 'q2', 'q3'],
    ['Ash', '03/04/2026', 'A', '1', '1', '1'],
  )
  const choice = withInstrument(firstChoice(open), open, exampleQuestionnaire)
  expect(gapsIn(choice, open)).toEqual(['date-order', 'rater'])
  const said: Choice = { ...choice, raters: { A: 'client' }, how: { ...choice.how, dateOrder: 'day-first' } }
  expect(gapsIn(said, open)).toEqual([])
})

test('sessions with names need numbers of their own', () => {
  const named = surveyOf(
    ['record_id', 'redcap_event_name', 'q1', 'q2', 'q3'],
    ['1', 'baseline_arm_1', '1', '1', '1'],
    ['1', 'week_2_arm_1', '1', '1', '1'],
  )
  const choice = withInstrument(firstChoice(named), named, exampleQuestionnaire)
  expect(choice.sessions.map(({ number }) => number)).toEqual([1, 2])
  expect(gapsIn(choice, named)).toEqual([])
  const same = choice.sessions.map(({ text }) => ({ text, number: 1 }))
  expect(gapsIn({ ...choice, sessions: same }, named)).toEqual(['sessions'])
  expect(withColumn(choice, named, 'session', null).sessions).toEqual([])
})

test('of columns that share a name none is taken before the user has said which one counts', () => {
  const twice = surveyOf(
    ['client', 'date', 'date', 'moods_1', 'moods_2', 'moods_3', 'moods_3'],
    ['Ash', '2026-02-13', '2026-03-01', '1', '2', '3', '0'],
  )
  const first = withInstrument(firstChoice(twice), twice, exampleQuestionnaire)
  expect(first.columns.date).toBeNull()
  expect(first.items).toEqual({ 'moods-1': '3', 'moods-2': '4' })
  expect(gapsIn(first, twice)).toEqual(['repeated', 'place'])

  const dated = withRepeated(first, twice, 'date', 2)
  expect(dated.columns.date).toBe(2)
  const said = withRepeated(dated, twice, 'moods_3', 6)
  expect(said.items).toEqual({ 'moods-1': '3', 'moods-2': '4', 'moods-3': '6' })
  expect(gapsIn(said, twice)).toEqual([])

  const other = withRepeated(said, twice, 'moods_3', 5)
  expect(other.items['moods-3']).toBe('5')
  expect(withRepeated(other, twice, 'date', 'each').columns.date).toBe(2)
})

const head = ['client', 'date', 'session', 'rater']
const rowOf = (...cells: string[]) => ['Ash', '2026-02-13', '1', 'client', ...cells]
const totalsAlone = surveyOf([...head, 'moods3_total'], rowOf('5'))

test('a table whose only column for a questionnaire is named like a total has its totals', () => {
  const choice = withQuestionnaire(firstChoice(totalsAlone), totalsAlone, exampleQuestionnaire)
  expect(gapsIn(choice, totalsAlone)).toEqual([])
  expect(mappingOf(choice, totalsAlone)).toMatchObject({
    instrument: { id: 'moods-3-total-only', version: 1 },
    items: [{ item: 'total', column: 4 }],
  })
  const other = withQuestionnaire(firstChoice(wide), wide, exampleQuestionnaire)
  expect(other.instrument).toBe(exampleQuestionnaire)
})

test('a total beside the answers is proposed to be compared, in either layout', () => {
  const beside = surveyOf(
    [...head, 'moods_1', 'moods_2', 'moods_3', 'Moods-3 sum'],
    rowOf('1', '2', '3', '6'),
  )
  const choice = withQuestionnaire(firstChoice(beside), beside, exampleQuestionnaire)
  const mapping = mappingOf(choice, beside)
  expect(mapping).toMatchObject({
    instrument: { id: 'moods-3' },
    totals: [{ scale: 'total', column: 7 }],
  })
  expect(mappingSchema.safeParse(mapping).success).toBe(true)
  const rows = ['moods3_1', 'moods3_2', 'moods3_3', 'moods3_total'].map((item) => [
    'Ash',
    '2026-02-13',
    item,
    '1',
  ])
  const inLong = surveyOf(['client', 'date', 'item', 'value'], ...rows)
  const longChoice = withQuestionnaire(firstChoice(inLong), inLong, exampleQuestionnaire)
  expect(mappingOf(longChoice, inLong)).toMatchObject({ totals: [{ scale: 'total', text: 'moods3_total' }] })
})
