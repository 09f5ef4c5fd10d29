import { expect, test } from 'vitest'
import { totalFormOf } from '#shared/instruments/total-form.ts'
import { exampleQuestionnaire, surveyOf } from '#shared/imports/testing/example-table.ts'
import {
  firstChoice,
  forNext,
  withColumn,
  withInstrument,
  withItems,
  withRepeated,
  type Choice,
} from './choice.ts'
import { choicesOf, keptOf, keptTableSchema } from './kept-choice.ts'

// Texts that a program would sort or count differently: numbers out of order.
const wide = surveyOf(
  ['client', 'date', 'session', 'rater', 'moods_1', 'moods_2', 'moods_3'],
  ['Ash', '13/02/2026', 'baseline', '2', '1', '2', 'NA'],
  ['Ash', '20/02/2026', 'week 2', '1', '1', '2', '99'],
  ['Ash', '27/02/2026', 'end', 'x', '1', '2', '99'],
)
const long = surveyOf(
  ['client', 'date', 'rater', 'measure', 'item', 'value'],
  ['Ash', '2026-02-13', 'client', 'other', '3', '1'],
  ['Ash', '2026-02-13', 'client', 'moods', '1', '1'],
  ['Ash', '2026-02-13', 'client', 'moods', '2', '1'],
)
const totalForm = totalFormOf(exampleQuestionnaire, false)!
const all = [exampleQuestionnaire, totalForm]

const saidOfWide: Choice = {
  ...withInstrument(withColumn(firstChoice(wide), wide, 'session', 2), wide, exampleQuestionnaire),
  whoRated: 'column',
  raters: { '1': 'client', '2': 'therapist', x: 'other' },
  occasion: 'after',
  sessions: [
    { text: 'baseline', number: 7 },
    { text: 'week 2', number: null },
    { text: 'end', number: 9 },
  ],
  items: { 'moods-1': '4', 'moods-3': '5' },
  how: { decimal: 'comma', dateOrder: 'month-first', missing: ['99'] },
}
const saidOfLong: Choice = {
  ...withItems({ ...withInstrument(firstChoice(long), long, exampleQuestionnaire), only: 'moods' }, long),
  items: { 'moods-1': '3', 'moods-2': '1' },
}

const twice = surveyOf(
  ['client', 'date', 'date', '7', '7', 'Zoe', 'Zoe', 'moods_1', 'moods_2', 'moods_3'],
  ['Ash', '2026-02-13', '2026-03-01', '1', '2', '', '', '1', '2', '0'],
)
// Nothing is said yet about the columns named Zoe.
const saidOfTwice = withInstrument(
  withRepeated(withRepeated(firstChoice(twice), twice, 'date', 2), twice, '7', 'each'),
  twice,
  exampleQuestionnaire,
)

const beside = surveyOf(
  ['client', 'date', 'moods_1', 'moods_2', 'moods_3', 'moods3_total'],
  ['Ash', '2026-02-13', '1', '2', '0', '3'],
)
const saidOfBeside = withInstrument(firstChoice(beside), beside, exampleQuestionnaire)
const saidOfTotals = withInstrument(firstChoice(beside), beside, totalForm)

const alone = (present: Choice) => ({ found: [], present })

test.each([
  ['a row for each form', wide, alone(saidOfWide)],
  ['a row for each answer', long, alone(saidOfLong)],
  ['nothing said yet', wide, alone(firstChoice(wide))],
  ['columns that share a name', twice, alone(saidOfTwice)],
  ['totals beside the answers', beside, alone(saidOfBeside)],
  ['totals alone', beside, alone(saidOfTotals)],
  ['two questionnaires', wide, { found: [saidOfWide], present: forNext(saidOfWide) }],
])('fault 354: all that was said comes back for a table with %s', (_name, survey, said) => {
  const kept = keptTableSchema.parse(JSON.parse(JSON.stringify(keptOf(said, survey))))
  expect(choicesOf(kept, survey, all)).toEqual(said)
})

test('a draft from before totals could be compared is read', () => {
  const { present, ...kept } = keptOf(alone(saidOfWide), wide)
  const { totals, ...before } = present
  expect(totals).toEqual({})
  expect(choicesOf(keptTableSchema.parse({ ...kept, present: before }), wide, all)).toEqual(alone(saidOfWide))
})

test('fault 354: a draft holds no text of the file', () => {
  for (const [survey, said] of [
    [wide, saidOfWide],
    [long, saidOfLong],
    [twice, saidOfTwice],
  ] as const) {
    const kept = JSON.stringify(keptOf({ found: [said], present: said }, survey))
    for (const text of ['Ash', 'baseline', 'week', 'other":', 'measure', '2026', 'moods_1', 'Zoe'])
      expect(kept).not.toContain(text)
  }
})

test('fault 354: another table gets nothing of the draft, nor does a questionnaire that is gone', () => {
  const kept = keptOf(alone(saidOfWide), wide)
  expect(choicesOf(kept, long, all)).toBeNull()
  expect(choicesOf(kept, { ...wide, header: 2 }, all)).toBeNull()
  expect(choicesOf(kept, wide, [])).toBeNull()
  const two = keptOf({ found: [saidOfWide], present: forNext(saidOfWide) }, wide)
  expect(choicesOf(two, wide, [])).toBeNull()
})
