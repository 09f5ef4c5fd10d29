import { expect, test } from 'vitest'
import { instrumentSchema } from '../instruments/instrument.ts'
import type { OutcomeSource } from '../overview/outcome-source.ts'
import { sessionIdSchema } from '../records/ids.ts'
import { buildOverview } from '../overview/build-overview.ts'
import { exampleClient, exampleSessions } from '../overview/testing/example-sessions.ts'
import { isNoted } from '../review/bundled-course.ts'
import type { ClientSeries } from '../series/client-series.ts'
import { clientAlliance, ownSeries, therapistAlliance } from '../series/testing/own-series.ts'
import { buildBundledClient } from './build-bundled-client.ts'
import { bundledClientSchema } from './bundled-client.ts'
import {
  exampleBundle,
  exampleBundledClient,
  exampleChoice,
  exampleOverview,
} from './testing/example-bundle.ts'

const texts = () => ({ notes: 'a note\r\nof two lines', words: ['warm\u202e', 'tired'], ruptureNote: '' })

test('a bundle has the chosen series of the chosen sessions, and no others', () => {
  const client = exampleBundledClient({ series: new Set([therapistAlliance]), sessions: new Set([2, 4]) })
  expect(client.sessions.map(({ number }) => number)).toEqual([2, 4])
  expect(client.series.map(({ id }) => id)).toEqual([therapistAlliance])
  expect(client.series[0]?.scores).toEqual([
    { session: 2, value: 8 },
    { session: 4, value: 8 },
  ])
  expect(client.lead).toBeNull()
  expect(client.episodes).toEqual([])
  expect(bundledClientSchema.parse(client)).toEqual(client)
})

test('why the alliance has no score is shared only with the series that it is about', () => {
  const sessions = exampleOverview.sessions.map((session) => ({
    ...session,
    clientMissing: 'skipped' as const,
  }))
  const share = (series: readonly string[]) =>
    buildBundledClient(
      { ...exampleOverview, sessions, textsOf: texts, agreements: [] },
      exampleChoice({ series: new Set(series), sessions: new Set([1, 2]) }),
    ).sessions.map(({ clientMissing }) => clientMissing)
  expect(share([clientAlliance])).toEqual(['skipped', 'skipped'])
  expect(share([therapistAlliance])).toEqual([null, null])
})

test('sessions have numbers and weeks, and dates only if they were chosen', () => {
  const [first, second] = exampleBundledClient().sessions
  expect([first, second]).toMatchObject([
    { number: 1, week: 1, date: null },
    { number: 2, week: 2, date: null },
  ])
  expect(exampleBundledClient({ withDates: true }).sessions[1]?.date).toBe('2025-01-14')
})

test('a planned session is in no bundle', () => {
  const planned = exampleOverview.sessions.find(({ status }) => status === 'planned')
  expect(planned?.number).toBe(15)
  expect(exampleBundledClient().sessions.map(({ number }) => number)).not.toContain(15)
})

test('notes and words are asked for and shared only if each was chosen', () => {
  const neither = exampleBundledClient({}, () => {
    throw new Error('nobody chose a text')
  })
  expect(neither.sessions[0]).toMatchObject({ notes: null, words: null })
  expect(exampleBundledClient({ withNotes: true }, texts).sessions[0]).toMatchObject({
    notes: 'a note\nof two lines',
    words: null,
  })
  expect(exampleBundledClient({ withWords: true }, texts).sessions[0]).toMatchObject({
    notes: null,
    words: ['warm', 'tired'],
  })
})

test('fault 234: what was agreed is shared only if it was chosen, after the newest chosen session until then', () => {
  expect(exampleBundledClient()).not.toHaveProperty('agreements')
  expect(exampleBundledClient({ withAgreements: true }).agreements).toEqual([
    { session: null, text: 'Ask what they hope for.', state: 'tried' },
    { session: 2, text: 'Name the silence.', state: 'open' },
  ])
  const few = exampleBundledClient({ withAgreements: true, sessions: new Set([1, 3]) })
  expect(few.agreements?.map(({ session }) => session)).toEqual([null, 1])
})

test('falls are found in what is shared, and follow from nothing else', () => {
  const whole = exampleBundledClient()
  const [fall] = whole.episodes
  expect(fall).toMatchObject({ series: clientAlliance, peak: 9, trough: 10, level: 'rupture' })
  const others = whole.sessions.map(({ number }) => number).filter((number) => number !== 9)
  expect(exampleBundledClient({ sessions: new Set(others) }).episodes[0]).toMatchObject({
    peak: 8,
    trough: 10,
  })
})

test('fault 280: a bundle is the same whatever the ratings are that were not chosen', () => {
  const choice = {
    series: new Set([clientAlliance]),
    sessions: new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
  }
  const build = (change: (number: number) => number, known: ClientSeries['known']) => {
    const overview = buildOverview(
      exampleClient,
      exampleOverview.sessions.map((session) => ({
        ...session,
        scores: Object.fromEntries(
          Object.entries(session.scores).map(([id, value]) => [
            id,
            choice.series.has(id) && choice.sessions.has(session.number) ? value : change(value),
          ]),
        ),
      })),
      { series: ownSeries.map((each) => ({ ...each, known })) },
    )
    return buildBundledClient({ ...overview, textsOf: texts, agreements: [] }, exampleChoice(choice))
  }
  const before = build((value) => value, null)
  expect(before.episodes).not.toEqual([])
  expect(build((value) => 10 - value, { kind: 'pooled', points: 2, source: null })).toEqual(before)
})

test('fault 281: what was noted of a strain stays out, and so does its note, and the bundle says so', () => {
  const sessions = exampleOverview.sessions.map((session) => ({
    ...session,
    ruptureNote: {
      seenBy: 'therapist' as const,
      isWithdrawal: true,
      isConfrontation: false,
      intensity: 4,
      resolution: null,
      tried: [],
      note: 'a note',
    },
  }))
  const build = (withRuptures: boolean) =>
    buildBundledClient(
      {
        ...exampleOverview,
        sessions,
        textsOf: () => ({ notes: '', words: ['warm'], ruptureNote: 'a note' }),
        agreements: [],
      },
      exampleChoice({ withRuptures, withWords: true }),
    )
  const [shown, without] = [build(true), build(false)]
  expect(shown.sessions[0]).toMatchObject({ rupture: { isWithdrawal: true }, words: ['warm', 'a note'] })
  expect(shown).not.toHaveProperty('ruptures')
  expect(without.sessions[0]).toMatchObject({ rupture: null, words: ['warm'] })
  expect(without.ruptures).toBe('left-out')
  expect(bundledClientSchema.parse(without)).toEqual(without)
  expect(bundledClientSchema.safeParse({ ...shown, ruptures: 'left-out' }).success).toBe(false)
  const [fall] = without.episodes
  expect(fall && isNoted(fall, without)).toBeNull()
  expect(exampleBundle({ version: 3, clients: [without] }).version).toBe(3)
  expect(() => exampleBundle({ version: 1, clients: [without] })).toThrow()
})

test('what is closed of the chosen sessions goes along without words, in a bundle of version 4', () => {
  const closings = [2, 10].map((number) => ({
    sessionId: sessionIdSchema.parse(exampleOverview.sessions[number - 1]?.id),
    isOfFall: number === 10,
    isOfNote: number === 2,
    how: 'repaired' as const,
    words: 'We spoke about it.',
    closedOn: '2025-06-01',
  }))
  const build = (choice: Parameters<typeof exampleChoice>[0]) =>
    buildBundledClient(
      {
        ...exampleOverview,
        closings,
        textsOf: () => ({ notes: '', words: [], ruptureNote: '' }),
        agreements: [],
      },
      exampleChoice(choice),
    )
  const shown = build({ sessions: new Set([9, 10]), withWords: true })
  expect(shown.closings).toEqual([{ session: 10, isOfFall: true, isOfNote: false }])
  expect(JSON.stringify(shown)).not.toContain('spoke')
  expect(exampleBundle({ version: 4, clients: [shown] }).version).toBe(4)
  expect(() => exampleBundle({ version: 3, clients: [shown] })).toThrow()
  expect(build({ sessions: new Set([1]) })).not.toHaveProperty('closings')
  expect(build({ withRuptures: false })).not.toHaveProperty('closings')
  expect(bundledClientSchema.safeParse({ ...build({}), ruptures: 'left-out' }).success).toBe(false)
  const unknown = [{ session: 99, isOfFall: true, isOfNote: false }]
  expect(bundledClientSchema.safeParse({ ...shown, closings: unknown }).success).toBe(false)
})

const files = import.meta.glob('../../../assets/instruments/attune-alliance-client.json', {
  eager: true,
  import: 'default',
})
const form = instrumentSchema.parse(Object.values(files)[0])

test('fault 370: a change that rests on a total without answers is in no bundle', () => {
  const scale = form.scales.find(({ id }) => id === 'alliance')!
  const shared = (totals: readonly number[]) => {
    const source: OutcomeSource = {
      instrument: form,
      scale,
      threshold: { scale: 'alliance', points: 2, source: 'A study' },
      direction: 'higher-is-better',
      scores: [8, 6, 4],
      totals,
      leftOut: [],
      chosenBaseline: null,
    }
    const sessions = exampleSessions([8, 6, 4])
    const overview = buildOverview(exampleClient, sessions, { series: ownSeries, outcomes: [source] })
    const client = { ...overview, textsOf: texts, agreements: [] }
    return buildBundledClient(client, exampleChoice()).outcomes.length
  }
  expect([shared([]), shared([1]), shared([0]), shared([2])]).toEqual([1, 1, 0, 0])
})
