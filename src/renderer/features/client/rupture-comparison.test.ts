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
  it('finds agreement if a note lies in a drop', () => {
    expect(compare(repairedFall, { notes: { 9: exampleNote } })).toEqual({
      agreements: 1,
      disagreements: [],
    })
  })

  it('reports a drop at rupture level that nobody noted', () => {
    expect(compare(repairedFall).disagreements).toMatchObject([{ kind: 'found-only', session: 9 }])
  })

  it('counts a note in the peak session as outside the drop', () => {
    const { disagreements } = compare([7.5, ...repairedFall], { notes: { 9: exampleNote } })
    expect(disagreements).toMatchObject([
      { kind: 'found-only', session: 10 },
      { kind: 'noted-only', session: 9 },
    ])
  })

  it('expects no note for a dip', () => {
    expect(compare([7, 7, 7, 7, 7, 7, 7, 7, 6, 7]).disagreements).toEqual([])
  })

  it('leaves out a note in a session without a rating, and one with too few ratings before it', () => {
    const notes = { 2: exampleNote, 9: exampleNote, 10: exampleNote }
    const { disagreements } = compare([7, 7, 7, 7, 7, 7, 7, 7, 7, null], { notes })
    expect(disagreements).toMatchObject([{ kind: 'noted-only', session: 9 }])
    expect(disagreements).toHaveLength(1)
  })

  it('finds no agreement between a note and a drop in the therapist’s own ratings alone', () => {
    const never = repairedFall.map(() => null)
    const own = { therapist: repairedFall, notes: { 9: exampleNote } }
    expect(compare(never, own)).toEqual({ agreements: 0, disagreements: [] })
    const steady = repairedFall.map(() => 7)
    expect(compare(steady, own)).toEqual({ agreements: 1, disagreements: [] })
  })

  it('compares nothing until a drop could be found', () => {
    expect(compare([7], { notes: { 1: exampleNote } })).toEqual({
      agreements: 0,
      disagreements: [],
    })
  })

  it('treats an open drop as covering everything since', () => {
    const { agreements } = compare([7, 7, 7, 7, 7, 7, 7, 7, 3, null, 4], { notes: { 11: exampleNote } })
    expect(agreements).toBe(1)
  })
})
