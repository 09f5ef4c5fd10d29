import { expect, test } from 'vitest'
import { readCsv } from '../csv/read-csv.ts'
import { codebook } from './codebook.ts'
import { formKindsOf } from './form-kinds.ts'
import { wholeText } from './growing-file.ts'
import { redcapColumns, redcapDictionary } from './redcap-dictionary.ts'
import type { ExportedForm, ExportedSession, FormKind } from './exported-ratings.ts'
import { findShipped, sampleRatings } from './testing/sample-ratings.ts'
import { shippedInstruments } from './testing/find-in.ts'
import { sessionColumns } from './exported-ratings.ts'
import { wideTable } from './wide-table.ts'
import { missingCodes, wideVariables } from './wide-variables.ts'

const gad = findShipped('gad-7', 2)
const lastItem = gad.items.at(-1)!
const form: FormKind = { instrument: gad, rater: 'client', occasion: 'after' }
const variables = wideVariables([form])
const codes = missingCodes(variables)

const answered: ExportedForm = {
  instrumentId: 'gad-7',
  instrumentVersion: 2,
  rater: 'client',
  occasion: 'after',
  recordedAt: '2026-03-16T15:00:00.000Z',
  fromPaperAt: null,
  answers: {
    [gad.items[0]!.id]: { value: 2, missingReason: null },
    [gad.items[1]!.id]: { value: null, missingReason: 'skipped' },
    [lastItem.id]: { value: null, missingReason: 'not-asked' },
  },
  words: [],
  comment: '',
  scores: { total: null },
}
const session: ExportedSession = {
  client: '=Q1',
  isFictional: false,
  number: 4,
  date: '2026-03-16',
  status: 'held',
  modality: 'video',
  durationMinutes: 50,
  notes: '',
  ownRatings: [],
  forms: [answered],
}
const rowsOf = (sessions: readonly ExportedSession[]) =>
  [...readCsv(wholeText(wideTable(variables, codes), sessions))].slice(1).map((row) => row!.cells)

test('the wide table has a row for each session, and says why a value is missing', () => {
  const [row] = rowsOf([session])
  expect(row!.slice(0, 10)).toEqual([
    '=Q1',
    '0',
    '4',
    '2026-03-16',
    'held',
    'video',
    '50',
    '2',
    '-9999',
    '-9999',
  ])
  const at =
    sessionColumns.length + variables.findIndex(({ name }) => name.endsWith(lastItem.id.replaceAll('-', '_')))
  expect(row![at]).toBe('-9998')
  expect(row!.at(-1)).toBe('-9999')
})

test('a missed session, and one in which the form was not used, are distinguished', () => {
  const [missed, without, missedWithForm] = rowsOf([
    { ...session, status: 'no-show', forms: [] },
    { ...session, forms: [] },
    { ...session, status: 'late-cancel' },
  ]).map((row) => row.slice(sessionColumns.length))
  expect(new Set(missed)).toEqual(new Set(['-9997']))
  expect(new Set(without)).toEqual(new Set([null]))
  expect(missedWithForm![0]).toBe('2')
})

test('the names of all columns are plain, short and different, also with every form that Attune has', () => {
  const forms = shippedInstruments.flatMap((instrument) =>
    (['client', 'therapist'] as const).map((rater) => ({ instrument, rater, occasion: 'after' as const })),
  )
  const names = wideVariables(forms).map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/)
  expect(names.filter((name) => name.length > 64)).toEqual([])
  expect(names).toContain('gad_7_v2_client_after_score_total')
})

test('names that would be too long or alike get a sum at their end, the same in every export', () => {
  const long = { ...gad, id: 'a'.repeat(64) }
  const twins = {
    ...gad,
    items: [
      { ...gad.items[0]!, id: 'score-total' },
      { ...gad.items[0]!, id: '3' },
    ],
  }
  const names = wideVariables([{ ...form, instrument: long }]).map(({ name }) => name)
  expect(names[0]).toMatch(/^a{55}_[0-9a-f]{8}$/)
  expect(new Set(names).size).toBe(names.length)
  const alike = wideVariables([{ ...form, instrument: twins }]).map(({ name }) => name)
  expect(alike[0]).toBe('gad_7_v2_client_after_score_total')
  expect(alike[2]).toMatch(/^gad_7_v2_client_after_score_total_[0-9a-f]{8}$/)
  expect(wideVariables([{ ...form, instrument: { ...gad, id: '7-up' } }])[0]?.name).toMatch(/^q_7_up_v2_/)
})

test('the numbers for missing values lie below every answer and score', () => {
  const deep = wideVariables([
    { ...form, instrument: { ...gad, items: [{ ...gad.items[0]!, minimum: -9_998 }], scales: [] } },
  ])
  expect(missingCodes(deep)).toEqual({ notAnswered: -99_999, notAsked: -99_998, missed: -99_997 })
})

test('the codebook describes every column of every table once', () => {
  const sessions = sampleRatings(true).slice(0, 30)
  const all = wideVariables(formKindsOf(sessions, findShipped))
  const rows = [...readCsv(codebook(all, codes, { withWords: true, hasOwnWords: false }))].map(
    (row) => row!.cells,
  )
  const described = rows.slice(1).map(([file, variable]) => `${file} ${variable}`)
  expect(new Set(described).size).toBe(described.length)
  const header = [...readCsv(wideTable(all, codes).start)][0]!.cells
  expect(described.filter((each) => each.startsWith('ratings-wide.csv'))).toEqual(
    header.map((name) => `ratings-wide.csv ${name}`),
  )
  for (const row of rows) expect(row).toHaveLength(rows[0]!.length)
  expect(codebook(all, codes, { withWords: false, hasOwnWords: false })).not.toContain('ratings-words.csv')
})

test('no cell of the codebook or the dictionary gets an apostrophe for a number', () => {
  const labels = [
    { value: -1, text: 'Less' },
    { value: 0, text: 'Same' },
  ]
  const item = { ...gad.items[0]!, minimum: -1, maximum: 0, labels }
  const negative = wideVariables([
    { ...form, instrument: { ...gad, id: 'a'.repeat(64), items: [item], scales: gad.scales } },
  ])
  const dictionary = redcapDictionary(negative, codes)
  expect(dictionary).toContain('" -1, Less | 0, Same | -9999, Not answered')
  expect(dictionary).toContain('"Missing: -9999 = Not answered; -9998 = Not asked; -9997 = Session missed"')
  for (const table of [dictionary, codebook(negative, codes, { withWords: true, hasOwnWords: false })])
    expect(table).not.toMatch(/,"'/)
  for (const row of readCsv(dictionary)) expect(row!.cells[1]!.length).toBeLessThanOrEqual(64)
})

test('the REDCap dictionary has 18 columns and a row for each column of the wide table', () => {
  const rows = [...readCsv(redcapDictionary(variables, codes))].map((row) => row!.cells)
  expect(rows[0]).toEqual(redcapColumns)
  expect(redcapColumns).toHaveLength(18)
  expect(rows.slice(1).map(([name]) => name)).toEqual([
    ...sessionColumns,
    ...variables.map(({ name }) => name),
  ])
  const [, , , type, , choices] = rows.find(([name]) => name === variables[0]!.name)!
  expect(type).toBe('radio')
  expect(choices).toMatch(
    /^0, Not at all \| 1, Several days \| .* \| -9999, Not answered \| -9998, Not asked \| -9997, Session missed$/,
  )
  const branching = rows.find(
    ([name]) => name === variables.find((each) => each.kind === 'item' && each.item === lastItem)!.name,
  )![11]
  expect(branching).toMatch(/^\[gad_7_v2_client_after_\w+\] >= 1 or \[/)
})
