import { describe, expect, it } from 'vitest'
import { episodeViews } from './episode-view.ts'
import { pastOf } from './past-sessions.ts'
import { exampleOverview, repairedFall } from './testing/example-overview.ts'

const viewsOf = (...given: Parameters<typeof exampleOverview>) =>
  episodeViews(pastOf(exampleOverview(...given)))

describe('episodeViews', () => {
  it('gives a drop in session numbers, with everything it rests on', () => {
    const [view] = viewsOf(repairedFall)
    expect(view).toMatchObject({
      label: 'R1',
      state: 'repaired',
      level: 'rupture',
      from: { session: 8, value: 8 },
      to: { session: 9, value: 4.5 },
      back: { session: 10, value: 7 },
      explained: { missing: [], values: { meanN: 6 } },
      ratings: [
        { session: 8, value: 8 },
        { session: 9, value: 4.5 },
        { session: 10, value: 7 },
      ],
    })
    expect(view!.explained.values.repairedFrom).toBeCloseTo(6.8125, 4)
  })

  it('counts ratings, not sessions, and names the sessions missed during a drop', () => {
    const [view] = viewsOf([7.5, null, 7, 7.5, 8, 7.5, 7.5, 7, 8, 4.5, null, 5])
    expect(view).toMatchObject({ explained: { missing: [11] }, state: 'open', back: null })
    expect(view!.ratings.map(({ session }) => session)).toEqual([9, 10, 12])
  })

  it('counts ruptures, dips and drops in the therapist’s own ratings separately', () => {
    const steady = [7, 7, 7, 7, 7, 7, 7, 7]
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
