import { describe, expect, it } from 'vitest'
import type { RuptureNote } from '#shared/records/rupture-note.ts'
import { leftOpenBefore } from './left-open.ts'
import { overviewOf, summaryOf } from './testing/fake-vault.ts'

const note: RuptureNote = {
  seenBy: 'therapist',
  isWithdrawal: true,
  isConfrontation: false,
  intensity: 5,
  resolution: 'unresolved',
  tried: [],
  note: 'Went quiet.',
}
const ratings = [7.5, 7, 7.5, 8, 7.5, 7.5, 7, 8, 4.5]
const sessionsWith = (more: readonly number[] = []) =>
  [...ratings, ...more].map((rating, index) => summaryOf(index + 1, rating))

describe('open matters from earlier sessions', () => {
  it('include a drop at rupture level that did not come back, with its session and numbers', () => {
    const { falls } = leftOpenBefore(10, overviewOf(sessionsWith()))
    expect(falls).toHaveLength(1)
    expect(falls[0]).toMatchObject({ number: 9, score: 4.5, state: 'open' })
  })

  it('are none once the rating is back', () => {
    expect(leftOpenBefore(12, overviewOf(sessionsWith([7, 7.5])))).toEqual({ falls: [], noted: null })
  })

  it('never come from this session itself', () => {
    const sessions = [...sessionsWith().slice(0, 8), summaryOf(9, 4.5, note)]
    expect(leftOpenBefore(9, overviewOf(sessions))).toEqual({ falls: [], noted: null })
  })

  it('include the latest rupture note if it was not marked as repaired', () => {
    const sessions = [
      summaryOf(1, null, { ...note, resolution: 'resolved' }),
      summaryOf(2, null, { ...note, resolution: null }),
      summaryOf(3, null),
    ]
    expect(leftOpenBefore(4, overviewOf(sessions)).noted?.number).toBe(2)
  })

  it('are none if the latest note says that it was repaired, whatever an earlier one said', () => {
    const sessions = [
      summaryOf(1, null, note),
      summaryOf(2, null, { ...note, resolution: 'resolved' }),
      summaryOf(3, null),
    ]
    expect(leftOpenBefore(4, overviewOf(sessions)).noted).toBeNull()
    expect(leftOpenBefore(2, overviewOf(sessions)).noted?.number).toBe(1)
  })
})
