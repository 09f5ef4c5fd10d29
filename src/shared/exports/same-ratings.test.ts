import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCsv } from '../csv/csv.ts'
import { readCsv } from '../csv/read-csv.ts'
import { fhirBundle } from './fhir/fhir-bundle.ts'
import { formKindsOf } from './form-kinds.ts'
import { wholeText } from './growing-file.ts'
import type { ExportedSession, FindInstrument } from './exported-ratings.ts'
import { longColumns, longTable } from './long-table.ts'
import { readFhirBundle } from './read/read-fhir-bundle.ts'
import { readTables } from './read/read-tables.ts'
import { anyRatings } from './testing/any-ratings.ts'
import { createFinder } from './testing/find-in.ts'
import { findShipped, sampleRatings } from './testing/sample-ratings.ts'
import { wordsTable } from './words-table.ts'

const tablesOf = (sessions: readonly ExportedSession[], find: FindInstrument) => ({
  long: wholeText(longTable(find), sessions),
  words: wholeText(wordsTable(find), sessions),
})

const bundleOf = (sessions: readonly ExportedSession[], find: FindInstrument): string => {
  let count = 0
  const newId = () => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`
  const forms = formKindsOf(sessions, find)
  const now = '2026-03-18T10:20:00.000Z'
  return wholeText(fhirBundle({ find, forms, withWords: true, now, newId }), sessions)
}

test('ratings that leave as tables come back as the same sessions, answers, scores and words', () => {
  fc.assert(
    fc.property(anyRatings, ({ instruments, sessions }) => {
      const { long, words } = tablesOf(sessions, createFinder(instruments))
      // Ratings in own words have a table of their own.
      const inLong = sessions.map((session) => ({ ...session, ownRatings: [] }))
      expect(readTables(long, words)).toEqual({ kind: 'read', sessions: inLong })
    }),
  )
})

test('ratings that leave as FHIR come back as the same sessions, answers, scores and words', () => {
  fc.assert(
    fc.property(anyRatings, ({ instruments, sessions }) => {
      expect(readFhirBundle(bundleOf(sessions, createFinder(instruments)))).toEqual({
        kind: 'read',
        sessions,
      })
    }),
  )
})

test('ratings of the fictional caseload come back from both', () => {
  const sessions = sampleRatings(true).slice(0, 60)
  const { long, words } = tablesOf(sessions, findShipped)
  expect(sessions.length).toBe(60)
  expect(readTables(long, words)).toEqual({ kind: 'read', sessions })
  expect(readFhirBundle(bundleOf(sessions, findShipped))).toEqual({ kind: 'read', sessions })
})

test('without words, no note, comment or picked word is in a session, and the ratings are the same', () => {
  const plain = sampleRatings(false).slice(0, 60)
  const withWords = sampleRatings(true).slice(0, 60)
  expect(withWords.some(({ notes }) => notes !== '')).toBe(true)
  expect(plain).toEqual(
    withWords.map((session) => ({
      ...session,
      notes: '',
      forms: session.forms.map((form) => ({ ...form, words: [], comment: '' })),
    })),
  )
  expect(readTables(tablesOf(plain, findShipped).long, null)).toEqual({ kind: 'read', sessions: plain })
})

const { long, words } = tablesOf(sampleRatings(true).slice(0, 2), findShipped)

test('a table of an Attune that could not enter forms from paper is read, as answered on the screen', () => {
  const place = longColumns.indexOf('from_paper_at')
  const rows = [...readCsv(long)].map((row) => (row?.cells ?? []).filter((_cell, at) => at !== place))
  const [header = [], ...others] = rows
  expect(header).not.toContain('from_paper_at')
  const earlier = toCsv(header.map(String), others)
  expect(readTables(earlier, words)).toEqual(readTables(long, words))
})

test.each([
  ['another table', 'a,b\r\n1,2\r\n', null, { code: 'not-ratings', line: null }],
  ['an empty file', '', null, { code: 'not-ratings', line: null }],
  ['a cut-off table', long.slice(0, -6), null, { code: 'unreadable-row' }],
  ['a quote that never ends', `${long}"`, null, { code: 'damaged', line: null }],
  [
    'a session with two dates',
    long.replace(/(\r\n[^\r]*\r\n"[^"]*",1,1,)"[^"]*"/, '$1"2020-01-01"'),
    null,
    { code: 'rows-disagree', line: 3 },
  ],
  [
    'a number that is none',
    long.replace(/,\d+,"answered"/, ',"high","answered"'),
    null,
    { code: 'unreadable-row' },
  ],
  [
    'the same item twice',
    `${long}${long.split('\r\n').find((row) => row.includes('"answer"'))}\r\n`,
    null,
    { code: 'rows-disagree' },
  ],
  [
    'words of a session that is not there',
    long,
    words.replaceAll(/,1,("[\d-]+","(?:note|comment)")/g, ',99,$1'),
    { code: 'rows-disagree' },
  ],
])('%s is refused as a whole', (_what, table, own, problem) => {
  expect(readTables(table, own)).toMatchObject({ kind: 'refused', problem })
})

test.each([
  ['text that is no JSON', 'ratings'],
  ['another resource', '{"resourceType":"Patient"}'],
  ['a bundle of others', '{"resourceType":"Bundle","type":"searchset","entry":[]}'],
])('%s is refused', (_what, text) => {
  expect(readFhirBundle(text)).toMatchObject({ kind: 'refused', problem: { code: 'not-ratings' } })
})

test('a bundle that another program has saved again, on one line or on many, is read as well', () => {
  const sessions = sampleRatings(true).slice(0, 5)
  const bundle = bundleOf(sessions, findShipped)
  for (const indent of [undefined, 2])
    expect(readFhirBundle(JSON.stringify(JSON.parse(bundle), null, indent))).toEqual({
      kind: 'read',
      sessions,
    })
})

test('a line of a bundle that is no entry refuses it as a whole', () => {
  const lines = bundleOf(sampleRatings(true).slice(0, 2), findShipped).split('\n')
  for (const line of ['', '{', 'null,', '{"fullUrl":"urn:uuid:1"},', ',']) {
    const read = readFhirBundle(lines.toSpliced(3, 0, line).join('\n'))
    expect(read, line).toMatchObject({ kind: 'refused', problem: { code: 'not-ratings' } })
  }
})

test('a bundle with a session of an unknown client is refused as a whole', () => {
  const bundle = bundleOf(sampleRatings(true).slice(0, 2), findShipped)
  const alone = bundle.replace(/^\{"fullUrl":"[^"]*","resource":\{"resourceType":"Patient".*\n/m, '')
  expect(alone).not.toBe(bundle)
  expect(readFhirBundle(alone)).toMatchObject({ kind: 'refused', problem: { code: 'rows-disagree' } })
})

test('a bundle whose ratings in own words don’t hold together is refused as a whole', () => {
  const [session] = sampleRatings(true)
  const rating = { kind: 'goal', item: 1, wording: 1, value: 3, words: 'Sleep' } as const
  const early = { ...rating, recordedAt: '2026-03-16T15:00:00.000Z' }
  const late = { ...rating, recordedAt: '2026-03-16T16:00:00.000Z' }
  const read = (...ownRatings: ExportedSession['ownRatings']) =>
    readFhirBundle(bundleOf([{ ...session!, ownRatings }], findShipped))
  expect(read(early, late)).toEqual({
    kind: 'read',
    sessions: [{ ...session!, ownRatings: [early, late] }],
  })
  const disagree = { kind: 'refused', problem: { code: 'rows-disagree' } }
  expect(read(early, early)).toMatchObject(disagree)
  expect(read(early, { ...late, words: 'Work' })).toMatchObject(disagree)
  expect(read(early, { ...late, kind: 'problem' })).toMatchObject(disagree)
  expect(read(early, { ...late, value: 11 })).toMatchObject(disagree)
})
