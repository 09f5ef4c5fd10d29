import { expect, test } from 'vitest'
import { clientAlliance } from '../series/testing/own-series.ts'
import type { BundledClient } from './bundled-client.ts'
import { strangerTest, type StrangerFacts } from './stranger-test.ts'
import { exampleBundledClient } from './testing/example-bundle.ts'

const facts: StrangerFacts = { codes: ['K-07', 'L-08'], caseload: 30, isOwnForm: () => false }
const quiet = exampleBundledClient({ question: null })
const linesOf = (client: Partial<BundledClient>, more: Partial<StrangerFacts> = {}) =>
  strangerTest({ clients: [{ ...quiet, ...client }] }, { ...facts, ...more })
const reasonsOf = (...given: Parameters<typeof linesOf>) =>
  linesOf(...given).map(({ reason, where, session, found }) => [reason, where, session, ...found])

test('a long course without dates, words and a question of one’s own has nothing to confirm', () => {
  expect(linesOf({})).toEqual([])
  expect(linesOf({ question: 'How do I come back to what was said in session 10?' })).toEqual([])
})

test('a small caseload is a line of the whole bundle', () => {
  expect(reasonsOf({}, { caseload: 5 })).toEqual([['small-caseload', 'bundle', null, '5']])
  expect(strangerTest({ clients: [] }, { ...facts, caseload: 1 })).toEqual([])
})

test('a question with a code, a date and a name has a line for each', () => {
  expect(reasonsOf({ question: 'Will K-07 see Paul again before 3 June, or L-08?' })).toEqual([
    ['code', 'question', null, 'K-07', 'L-08'],
    ['date', 'question', null, '3 June'],
    ['name', 'question', null, 'Paul'],
  ])
})

test('what was agreed is read like a question', () => {
  const agreements = [{ session: 2, text: 'write to Paul', state: 'open' as const }]
  expect(reasonsOf({ agreements })).toEqual([['name', 'agreements', null, 'Paul']])
})

test('chosen dates, few sessions and sessions missed in a row are lines', () => {
  const [one, two, three, four, five] = quiet.sessions.map((session) => session)
  if (!one || !two || !three || !four || !five) throw new Error('the example has more sessions')
  const sessions = [{ ...one, date: '2025-01-07' }, two, three]
  expect(reasonsOf({ sessions })).toEqual([
    ['dates', 'sessions', null, '2025-01-07'],
    ['few-sessions', 'sessions', null, '1', '2', '3'],
  ])
  const missed = [
    one,
    { ...two, status: 'no-show' },
    { ...three, status: 'late-cancel' },
    four,
    five,
  ] as const
  expect(reasonsOf({ sessions: [...missed] })).toEqual([['missed-in-a-row', 'sessions', null, '2', '3']])
  expect(
    reasonsOf({ sessions: [one, ...missed.slice(3), { ...two, number: 6, status: 'no-show' }] }),
  ).toEqual([])
})

test('notes and words are lines in any case, and once more for what is found in them', () => {
  const sessions = quiet.sessions.map((session) => ({
    ...session,
    notes: session.number === 7 ? 'met Ingrid' : '',
    words: session.number === 2 ? ['warm', 'tired'] : [],
  }))
  expect(reasonsOf({ sessions })).toEqual([
    ['free-text', 'notes', null, '7'],
    ['name', 'notes', 7, 'Ingrid'],
    ['free-text', 'words', null, '2'],
  ])
})

test('a form that does not come with Attune is a line with its titles', () => {
  const title = quiet.series.find(({ id }) => id === clientAlliance)
  expect(reasonsOf({}, { isOwnForm: (id) => id === title?.instrumentId })).toEqual([
    ['own-form', 'scale', null, title?.instrumentTitle, title?.title],
  ])
})

test('a line rests on the whole text around what was found, so another text is another line', () => {
  const [before] = linesOf({ question: 'What of Paul?' })
  const [after] = linesOf({ question: 'What of Paul, then?' })
  expect(before?.found).toEqual(after?.found)
  expect(before?.basis).not.toBe(after?.basis)
})
