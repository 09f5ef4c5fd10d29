import { describe, expect, it } from 'vitest'
import { repairClosingSchema } from '../records/repair-closing.ts'
import type { RuptureNote } from '../records/rupture-note.ts'
import { ownSeries } from '../series/testing/own-series.ts'
import { buildOverview } from './build-overview.ts'
import type { SessionSummary } from './client-overview.ts'
import { lastSaid, openMatters } from './open-matters.ts'
import { exampleClient, exampleSessions } from './testing/example-sessions.ts'

const noted = (resolution: RuptureNote['resolution']): RuptureNote => ({
  seenBy: 'therapist',
  isWithdrawal: true,
  isConfrontation: false,
  intensity: 5,
  resolution,
  tried: [],
  note: 'Went quiet.',
})

/** Sessions with these alliance ratings, and the resolution of a rupture noted in some of them, by number. */
function sessionsWith(
  ratings: readonly (number | null | 'planned')[],
  notes: Readonly<Record<number, RuptureNote['resolution']>> = {},
): SessionSummary[] {
  return exampleSessions(ratings).map((session) => {
    const resolution = notes[session.number]
    return resolution === undefined ? session : { ...session, ruptureNote: noted(resolution) }
  })
}

const unrated = (count: number) => Array.from({ length: count }, () => null)

/** Closes what is open from a session. */
const closingOf = (number: number, isOf: { fall?: boolean; note?: boolean } = { fall: true, note: true }) =>
  repairClosingSchema.parse({
    sessionId: exampleSessions(unrated(number))[number - 1]?.id,
    isOfFall: isOf.fall === true,
    isOfNote: isOf.note === true,
    how: 'repaired',
    words: '',
    closedOn: '2025-06-01',
  })

function openIn(
  sessions: readonly SessionSummary[],
  { before, closings = [] }: { before?: number; closings?: readonly ReturnType<typeof closingOf>[] } = {},
) {
  return openMatters(buildOverview(exampleClient, sessions, { series: ownSeries, closings }), before)
}

const numbersOf = (...given: Parameters<typeof openIn>) => openIn(...given).map(({ number }) => number)

const fallen = [7.5, 7, 7.5, 8, 7.5, 7.5, 7, 8, 4.5]

describe('a drop in the client’s rating', () => {
  it('is open with its numbers until the rating is back', () => {
    expect(openIn(sessionsWith(fallen))).toMatchObject([
      { number: 9, date: '2025-03-04', fall: { score: 4.5, state: 'open' }, note: null },
    ])
    expect(openIn(sessionsWith([...fallen, 7, 7.5]))).toEqual([])
  })

  it('stays open if it did not come back in time, also beside a newer one', () => {
    const low = [...fallen, 5, 4.5, 5, 4.5, 5, 4.5, 5, 4.5, 5, 4.5]
    expect(openIn(sessionsWith(low)).at(-1)).toMatchObject({ number: 9, fall: { state: 'unrepaired' } })
    const again = sessionsWith([...low, 1])
    expect(numbersOf(again)).toEqual([20, 9])
  })

  it('is over once it is closed, until the rating goes lower still', () => {
    const closings = [closingOf(9)]
    expect(openIn(sessionsWith(fallen), { closings })).toEqual([])
    expect(numbersOf(sessionsWith([...fallen, 3]), { closings })).toEqual([10])
  })

  it('does not count for a session before it was lowest', () => {
    expect(openIn(sessionsWith(fallen), { before: 9 })).toEqual([])
    expect(numbersOf(sessionsWith(fallen), { before: 10 })).toEqual([9])
  })
})

describe('a noted rupture', () => {
  it('is open unless it was marked as repaired', () => {
    expect(numbersOf(sessionsWith(unrated(3), { 1: 'unresolved' }))).toEqual([1])
    expect(numbersOf(sessionsWith(unrated(3), { 1: null }))).toEqual([1])
    expect(numbersOf(sessionsWith(unrated(3), { 1: 'partly' }))).toEqual([1])
    expect(numbersOf(sessionsWith(unrated(3), { 1: 'resolved' }))).toEqual([])
  })

  it('fault 285: stays open whatever is noted later, until it is closed', () => {
    const sessions = sessionsWith(unrated(9), { 2: 'unresolved', 5: 'unresolved', 8: 'resolved' })
    expect(numbersOf(sessions)).toEqual([5, 2])
    expect(numbersOf(sessions, { closings: [closingOf(2)] })).toEqual([5])
    expect(numbersOf(sessions, { closings: [closingOf(2), closingOf(5)] })).toEqual([])
  })

  it('is over if the next session that took place notes that it was repaired', () => {
    expect(numbersOf(sessionsWith(unrated(4), { 1: null, 2: 'unresolved', 3: 'resolved' }))).toEqual([])
    expect(numbersOf(sessionsWith(unrated(4), { 1: 'unresolved', 3: 'resolved' }))).toEqual([1])
    const missed = sessionsWith(unrated(3), { 1: 'unresolved', 3: 'resolved' }).map((session) =>
      session.number === 2 ? { ...session, status: 'no-show' as const } : session,
    )
    expect(numbersOf(missed)).toEqual([])
  })

  it('is open again if it comes back after it was repaired', () => {
    expect(numbersOf(sessionsWith(unrated(3), { 1: null, 2: 'resolved', 3: 'unresolved' }))).toEqual([3])
  })

  it('does not end before the note that ends it', () => {
    const sessions = sessionsWith(unrated(2), { 1: 'unresolved', 2: 'resolved' })
    expect(numbersOf(sessions, { before: 2 })).toEqual([1])
  })
})

it('a drop and a note at the same session are one matter, of which either can be closed alone', () => {
  const sessions = sessionsWith(fallen, { 9: 'unresolved' })
  expect(openIn(sessions)).toMatchObject([{ number: 9, fall: { score: 4.5 }, note: { note: 'Went quiet.' } }])
  expect(openIn(sessions, { closings: [closingOf(9, { note: true })] })).toMatchObject([
    { number: 9, fall: { score: 4.5 }, note: null },
  ])
  expect(openIn(sessions, { closings: [closingOf(9, { fall: true })] })).toMatchObject([
    { number: 9, fall: null, note: { note: 'Went quiet.' } },
  ])
  expect(openIn(sessions, { closings: [closingOf(9)] })).toEqual([])
})

it('what was said comes back before the next session alone, and a missed one in between changes nothing', () => {
  const sessions = sessionsWith([7, 7, null, 7, 'planned']).map((session) =>
    session.number === 3 ? { ...session, status: 'no-show' as const } : session,
  )
  const saidTogether = [{ sessionId: closingOf(2).sessionId, said: 'We saw it alike.', saidOn: '2025-01-14' }]
  const overview = buildOverview(exampleClient, sessions, { series: ownSeries, saidTogether })
  expect(lastSaid(overview, 3)).toEqual({ number: 2, said: 'We saw it alike.' })
  expect(lastSaid(overview, 4)).toEqual({ number: 2, said: 'We saw it alike.' })
  expect(lastSaid(overview, 5)).toBeNull()
  expect(lastSaid(overview)).toBeNull()
})
