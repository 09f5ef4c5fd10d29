import { expect, test } from 'vitest'
import type { Series } from '../analytics/series.ts'
import type { SessionStatus } from '../records/session.ts'
import { observeClient, type PracticeRecord } from './observe-client.ts'
import { missingFor, practiceMeasures, practiceSchema, type PracticeMeasure } from './practice.ts'
import { createPracticeSums } from './sum-up.ts'

// The reference case of Attune rule 1: down to 4.5 in session 9, repaired in session 10.
const fall = [7.5, 7, 7.5, 8, 7.5, 7.5, 7, 8, 4.5, 7, 7.5]
const steady = [7.5, 7, 7.5, 8, 7.5, 7.5, 7, 8, 7, 7.5, 7.5]
/** The same fall without a way back. */
const open = fall.slice(0, 9)
const unrepaired = [...open, 4.5, 5, 4.5]

interface Given {
  readonly ratings: Series
  readonly noted?: readonly number[]
  readonly status?: (index: number) => SessionStatus
  readonly firstMonth?: number
  readonly year?: number
  readonly differences?: Series
  readonly guesses?: Series
}

/** A client with one session a month. */
function client({
  ratings,
  noted = [],
  status = () => 'held',
  firstMonth = 1,
  year = 2025,
  differences = [],
  guesses = [],
}: Given): PracticeRecord {
  return {
    sessions: ratings.map((_, index) => {
      const months = firstMonth - 1 + index
      const month = String((months % 12) + 1).padStart(2, '0')
      return {
        number: index + 1,
        date: `${String(year + Math.floor(months / 12))}-${month}-15`,
        status: status(index),
      }
    }),
    isRated: ratings.map((rating) => rating !== null),
    alliances: [{ ratings, options: { scaleRange: 10, step: 0.25 } }],
    ratingsBeforeFall: 8,
    noted: () => noted,
    differences,
    guesses,
  }
}

function measuresOf(clients: readonly PracticeRecord[]) {
  const sums = createPracticeSums()
  for (const each of clients) observeClient(each, sums.nextClient())
  return sums.measures()
}

const wholeOf = (clients: readonly PracticeRecord[], measure: PracticeMeasure) =>
  measuresOf(clients)[measure].whole

test('a rupture counts once, among the rated sessions in which one could be found', () => {
  const { ruptures } = measuresOf([client({ ratings: fall }), client({ ratings: steady })])
  // Sessions 9 to 11 of both have eight ratings before them.
  expect(ruptures.whole).toEqual({ period: 'all', n: 6, clients: 2, count: 1, interval: null })
})

test('a session without a rating is neither a rated session nor an earlier rating', () => {
  const [first = 0, ...rest] = steady
  expect(wholeOf([client({ ratings: [first, null, ...rest] })], 'ruptures').n).toBe(3)
})

test('a rupture is noted if a note lies between its peak and its end', () => {
  const notedOf = (noted: readonly number[], ratings: Series = fall) =>
    wholeOf([client({ ratings, noted })], 'noted').count
  // Peak in session 8, lowest in 9, back in 10.
  expect([[8], [9], [10], [11], []].map((noted) => notedOf(noted))).toEqual([0, 1, 1, 0, 0])
  expect(notedOf([9], open)).toBe(1)
})

test('only a rupture whose course is over counts as repaired or not', () => {
  const clients = [fall, unrepaired, open].map((ratings) => client({ ratings }))
  const { repaired, sessionsToRepair, noted } = measuresOf(clients)
  expect(noted.whole.n).toBe(3)
  expect(repaired.whole).toMatchObject({ n: 2, clients: 2, count: 1 })
  expect(sessionsToRepair.whole).toMatchObject({ n: 1, clients: 1, count: null })
})

test('client ratings are complete in the sessions held; others do not count', () => {
  const found = wholeOf(
    [
      client({
        ratings: [7, null, 8, null, null],
        status: (index) => (['held', 'held', 'begun', 'no-show', 'held'] as const)[index] ?? 'held',
      }),
    ],
    'completion',
  )
  expect(found).toMatchObject({ n: 3, count: 1 })
})

test('the difference keeps its sign, the distance does not, and a session without one is left out', () => {
  const clients = Array.from({ length: 5 }, () =>
    client({
      ratings: Array.from({ length: 8 }, () => 7),
      differences: [1, -3, null, 1, -3, 1, -3, null],
      guesses: [2, 4, 2, 4, 2, 4, null, null],
    }),
  )
  const { difference, distance, guesses } = measuresOf(clients)
  // Six sessions of each of five clients who are all alike, so the interval has no width.
  expect(difference.whole).toMatchObject({ n: 30, clients: 5, interval: { value: -1, low: -1, high: -1 } })
  expect(distance.whole.interval).toEqual({ value: 2, low: 2, high: 2 })
  expect(guesses.whole.interval?.value).toBe(3)
})

test('the interval of a distance ends at 0', () => {
  const clients = [0, 0, 0, 0, 6].map((distance) =>
    client({
      ratings: Array.from({ length: 8 }, () => 7),
      differences: Array.from({ length: 8 }, () => distance),
    }),
  )
  const { difference, distance } = measuresOf(clients)
  expect(difference.whole.interval?.low).toBeLessThan(0)
  expect(distance.whole.interval).toMatchObject({ value: 1.2, low: 0 })
})

test('a median of sessions to repair comes from every repair', () => {
  // Back in the session after the lowest, or two later.
  const later = [...open, 5, 7.5]
  const clients = Array.from({ length: 10 }, (_, at) => client({ ratings: at < 7 ? fall : later }))
  expect(wholeOf(clients, 'sessionsToRepair')).toEqual({
    period: 'all',
    n: 10,
    clients: 10,
    count: null,
    interval: { value: 1, low: 1, high: 2 },
  })
})

test('years and quarters have the units of their sessions, and all add up to the whole', () => {
  const { completion, ruptures } = measuresOf([
    client({ ratings: fall, firstMonth: 11, year: 2024 }),
    client({ ratings: steady, firstMonth: 1, year: 2025 }),
  ])
  expect(completion.years.map(({ period, n, clients }) => [period, n, clients])).toEqual([
    ['2024', 2, 1],
    ['2025', 20, 2],
  ])
  expect(completion.quarters.map(({ period, n }) => [period, n])).toEqual([
    ['2024-4', 2],
    ['2025-1', 6],
    ['2025-2', 6],
    ['2025-3', 6],
    ['2025-4', 2],
  ])
  expect(completion.whole.n).toBe(22)
  // The lowest session of the first client is in July.
  expect(ruptures.quarters.map(({ period, n, count }) => [period, n, count])).toEqual([
    ['2025-3', 4, 1],
    ['2025-4', 2, 0],
  ])
})

test('below the number that it needs, a measure has no value and says how many are missing', () => {
  const few = wholeOf(
    Array.from({ length: 4 }, () => client({ ratings: Array.from({ length: 9 }, () => 7) })),
    'completion',
  )
  expect(few).toMatchObject({ n: 36, clients: 4, interval: null })
  expect(missingFor('completion', few)).toEqual({ units: 0, clients: 1 })
  expect(missingFor('completion', { n: 29, clients: 5 })).toEqual({ units: 1, clients: 0 })
  expect(missingFor('completion', { n: 30, clients: 5 })).toBeNull()
})

test('without a session every measure is there and empty, in the shape of the contract', () => {
  const measures = measuresOf([])
  const practice = { basis: 'own', clients: 0, sessionsHeld: 0, hasOwnRule: false, measures }
  expect(practiceSchema.parse(practice)).toEqual(practice)
  for (const measure of practiceMeasures)
    expect(measures[measure]).toMatchObject({ whole: { n: 0, interval: null }, years: [], quarters: [] })
})
