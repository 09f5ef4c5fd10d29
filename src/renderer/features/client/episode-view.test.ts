import { describe, expect, it } from 'vitest'
import { episodeViews } from './episode-view.ts'
import { pastOf } from './past-sessions.ts'
import { exampleOverview, repairedFall } from './testing/example-overview.ts'

const viewsOf = (...given: Parameters<typeof exampleOverview>) =>
  episodeViews(pastOf(exampleOverview(...given)))

describe('episodeViews', () => {
  it('gives a fall in session numbers, with everything it rests on', () => {
    const [view] = viewsOf(repairedFall)
    expect(view).toMatchObject({
      label: 'R1',
      state: 'repaired',
      level: 'rupture',
      from: { session: 7, value: 8 },
      to: { session: 8, value: 4.5 },
      back: { session: 9, value: 7 },
      ratingsBefore: 7,
      missedSessions: [],
      ratings: [
        { session: 7, value: 8 },
        { session: 8, value: 4.5 },
        { session: 9, value: 7 },
      ],
    })
    expect(view!.repairLine).toBeCloseTo(6.8036, 4)
  })

  it('counts the ratings before a fall, not the sessions, and names the sessions missed during it', () => {
    const [view] = viewsOf([7.5, null, 7, 7.5, 8, 7.5, 7.5, 8, 4.5, null, 5])
    expect(view).toMatchObject({ ratingsBefore: 7, missedSessions: [10], state: 'open', back: null })
    expect(view!.ratings.map(({ session }) => session)).toEqual([8, 9, 11])
  })

  it('counts ruptures, dips and falls in the therapist’s own ratings separately', () => {
    const steady = [7, 7, 7, 7, 7, 7]
    const views = viewsOf([...steady, 6, 7, ...steady, 3, 7], {
      therapist: [...steady, 7, 7, ...steady, 3, 7],
    })
    expect(views.map(({ label, rater }) => `${label} ${rater}`)).toEqual([
      'D1 client',
      'R1 client',
      'T1 therapist',
    ])
  })
})
