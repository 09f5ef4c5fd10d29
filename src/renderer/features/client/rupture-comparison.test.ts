import { describe, expect, it } from 'vitest'
import { episodeViews } from './episode-view.ts'
import { pastOf } from './past-sessions.ts'
import { compareRuptures } from './rupture-comparison.ts'
import { exampleNote, exampleOverview, repairedFall } from './testing/example-overview.ts'

function compare(...given: Parameters<typeof exampleOverview>) {
  const past = pastOf(exampleOverview(...given))
  return compareRuptures(past, episodeViews(past))
}

describe('compareRuptures', () => {
  it('finds agreement if a note lies in a fall', () => {
    expect(compare(repairedFall, { notes: { 9: exampleNote } })).toEqual({ agreements: 1, disagreements: [] })
  })

  it('reports a fall at rupture level that nobody noted', () => {
    expect(compare(repairedFall).disagreements).toMatchObject([{ kind: 'found-only', session: 9 }])
  })

  it('counts a note in the peak session as outside the fall', () => {
    const { disagreements } = compare([7.5, ...repairedFall], { notes: { 9: exampleNote } })
    expect(disagreements).toMatchObject([
      { kind: 'found-only', session: 10 },
      { kind: 'noted-only', session: 9, reason: 'noFall' },
    ])
  })

  it('expects no note for a dip', () => {
    expect(compare([7, 7, 7, 7, 7, 7, 7, 7, 6, 7]).disagreements).toEqual([])
  })

  it('separates a note that the ratings contradict from one they cannot judge', () => {
    const notes = { 2: exampleNote, 9: exampleNote, 10: exampleNote }
    const { disagreements } = compare([7, 7, 7, 7, 7, 7, 7, 7, 7, null], { notes })
    expect(disagreements).toMatchObject([
      { session: 10, reason: 'notRated' },
      { session: 9, reason: 'noFall' },
      { session: 2, reason: 'tooFew' },
    ])
  })

  it('separates a form answered in part from one nobody answered', () => {
    const overview = exampleOverview([7, 7, 7, 7, 7, 7, 7, null], { notes: { 8: exampleNote } })
    const sessions = overview.sessions.map((session) =>
      session.number === 8 ? { ...session, clientMissing: 'partly-answered' as const } : session,
    )
    const past = pastOf({ ...overview, sessions })
    expect(compareRuptures(past, episodeViews(past)).disagreements).toMatchObject([
      { session: 8, reason: 'partlyAnswered' },
    ])
  })

  it('treats an open fall as covering everything since', () => {
    const { agreements } = compare([7, 7, 7, 7, 7, 7, 7, 7, 3, null, 4], { notes: { 11: exampleNote } })
    expect(agreements).toBe(1)
  })
})
