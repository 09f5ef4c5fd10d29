import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exampleLong, exampleQuestionnaire, exampleWide, gather } from './testing/example-table.ts'

const names = ['client', 'date', 'session', 'rater', 'M1', 'M2', 'M3']
const longNames = ['client', 'date', 'session', 'rater', 'item', 'answer']

/** Sessions as a table can hold them: each with the forms of one or both raters, each with at least one answer. */
const anySessions = fc
  .uniqueArray(
    fc.record({ client: fc.constantFrom('Ash', 'Birch', 'Elm'), number: fc.integer({ min: 1, max: 9 }) }),
    {
      selector: ({ client, number }) => `${client} ${number}`,
      maxLength: 8,
    },
  )
  .chain((places) =>
    fc.tuple(
      ...places.map((place) =>
        fc.record({
          place: fc.constant(place),
          forms: fc.uniqueArray(
            fc.record({
              rater: fc.constantFrom('client' as const, 'therapist' as const),
              answers: fc
                .tuple(
                  fc.option(fc.integer({ min: 0, max: 3 })),
                  fc.option(fc.integer({ min: 0, max: 3 })),
                  fc.option(fc.integer({ min: 0, max: 6 }).map((half) => half / 2)),
                )
                .filter((answers) => answers.some((answer) => answer !== null)),
            }),
            { selector: ({ rater }) => rater, minLength: 1, maxLength: 2 },
          ),
        }),
      ),
    ),
  )

const dayOf = (number: number) => `2026-02-0${number}`
const cellOf = (answer: number | null, missing: string) => (answer === null ? missing : String(answer))

test('ratings come back from a table with a row for each form, and from one with a row for each answer', () => {
  fc.assert(
    fc.property(anySessions, fc.constantFrom('', 'NA', '-99'), fc.boolean(), (given, missing, isReversed) => {
      const common = given.flatMap(({ place: { client, number }, forms }) =>
        forms.map(({ rater, answers }) => ({
          start: [client, dayOf(number), String(number), rater],
          answers,
        })),
      )
      const wide = common.map(({ start, answers }) => [
        ...start,
        ...answers.map((each) => cellOf(each, missing)),
      ])
      const long = common.flatMap(({ start, answers }) =>
        answers.map((each, at) => [...start, `M${at + 1}`, cellOf(each, missing)]),
      )
      if (isReversed) {
        wide.reverse()
        long.reverse()
      }
      const expected = given
        .flatMap(({ place: { client, number }, forms }) =>
          forms.map(({ rater, answers }) => JSON.stringify([client, number, dayOf(number), rater, answers])),
        )
        .sort()
      const came = ({ sessions }: ReturnType<typeof gather>) =>
        sessions
          .flatMap(({ client, number, date, forms }) =>
            forms.map(({ rater, answers }) => JSON.stringify([client, number, date, rater, answers])),
          )
          .sort()
      expect(came(gather([names, ...wide]))).toEqual(expected)
      expect(came(gather([longNames, ...long], exampleLong))).toEqual(expected)
    }),
  )
})

test('each row that can’t be read is named with its column and text, and its form is left out whole', () => {
  const { sessions, problems } = gather([
    names,
    ['Ash', '2026-02-01', '1', 'client', '0', '1', '2'],
    ['', '2026-02-01', '1', 'client', '0', '1', '2'],
    ['Ash', '30/02/2026', '2', 'client', '0', '1', '2'],
    ['Ash', '2026-02-03', 'third', 'client', '0', '1', '2'],
    ['Ash', '2026-02-04', '4', '', '0', '1', '2'],
    ['Ash', '2026-02-05', '5', 'client', '7', '1', '2'],
    ['Ash', '2026-02-06', '6', 'client', '1', 'high', '2'],
    ['Ash', '2026-02-07', '7', 'client', '1', '1', '0.3'],
    ['Ash', '', '', 'client', '1', '1', '1'],
    ['A\u202Esh', '2026-02-08', '8', 'client', '1', '1', '1'],
  ])
  expect(sessions.map(({ number }) => number)).toEqual([1])
  expect(problems.listed.map(({ row, code, column, text }) => [row, code, column, text])).toEqual([
    [3, 'no-client', 'client', ''],
    [4, 'date-unreadable', 'date', '30/02/2026'],
    [5, 'session-unreadable', 'session', 'third'],
    [6, 'rater-unknown', 'rater', ''],
    [7, 'answer-not-possible', 'M1', '7'],
    [8, 'answer-unreadable', 'M2', 'high'],
    [9, 'answer-not-possible', 'M3', '0.3'],
    [10, 'no-place', 'date', ''],
    [11, 'code-unfit', 'client', 'A\u202Esh'],
  ])
})

test('a form that stands twice with other answers is left out; the same twice is one', () => {
  const row = ['Ash', '2026-02-01', '1', 'client', '0', '1', '2']
  const other = ['Ash', '2026-02-01', '1', 'client', '0', '2', '2']
  const fewer = ['Ash', '2026-02-01', '1', 'client', '0', '', '2']
  expect(gather([names, row, row]).sessions).toHaveLength(1)
  for (const second of [other, fewer]) {
    const { sessions, problems } = gather([names, row, second])
    expect(sessions).toEqual([])
    expect(problems.listed.map(({ row: at, code }) => [at, code])).toEqual([[3, 'answered-twice']])
  }
})

test('rows without an answer and rows of others are counted, and are no problem', () => {
  const { sessions, problems, leftOut } = gather([
    names,
    ['Ash', '2026-02-01', '1', 'client', '', 'NA', '-99'],
    ['Ash', '2026-02-01', '1', 'supervisor', '1', '1', '1'],
    ['', '', '', '', '', '', ''],
  ])
  expect({ sessions, leftOut, listed: problems.listed }).toEqual({
    sessions: [],
    leftOut: { empty: 1, other: 1 },
    listed: [],
  })
})

test('an answer may be the words of its questionnaire, and a session may have a name', () => {
  const { sessions } = gather([names, ['Ash', '', 'week_2_arm_1', 'client', 'OFTEN', '1', '1']], {
    ...exampleWide,
    date: null,
    session: { column: 2, names: [{ text: 'week_2_arm_1', number: 3 }] },
  })
  expect(sessions).toEqual([
    {
      questionnaire: 0,
      client: 'Ash',
      number: 3,
      date: null,
      forms: [{ row: 2, rater: 'client', answers: [2, 1, 1] }],
    },
  ])
})

test('a code that a spreadsheet would run as a formula comes without the apostrophe that keeps it from running', () => {
  const row = ["'=Ash", '2026-02-01', '1', 'client', '1', '1', '1']
  expect(gather([names, row]).sessions.map(({ client }) => client)).toEqual(['=Ash'])
})

test('only the first problems are listed, and the others are counted', () => {
  const rows = Array.from({ length: 130 }, () => ['', '2026-02-01', '1', 'client', '1', '1', '1'])
  const { problems } = gather([names, ...rows])
  expect([problems.listed.length, problems.further]).toEqual([100, 30])
})

test('rows of another questionnaire are left out where a column names questionnaires', () => {
  const { sessions, leftOut } = gather(
    [
      [...longNames, 'form'],
      ['Ash', '2026-02-01', '1', 'client', 'M1', '2', 'moods'],
      ['Ash', '2026-02-01', '1', 'client', 'M2', '2', 'other'],
    ],
    { ...exampleLong, only: { column: 6, text: 'moods' } },
  )
  expect(sessions.flatMap(({ forms }) => forms.map(({ answers }) => answers))).toEqual([[2, null, null]])
  expect(leftOut.other).toBe(1)
  expect(exampleQuestionnaire.items).toHaveLength(3)
})
