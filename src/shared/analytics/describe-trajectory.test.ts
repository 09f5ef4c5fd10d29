import { describe, expect, it } from 'vitest'
import { describeTrajectory } from './index.ts'
import type { TrajectoryScale } from './index.ts'

const scale: TrajectoryScale = { minimum: 0, maximum: 10, step: 1, direction: 'higher-is-better' }

describe('describeTrajectory', () => {
  it('describes a fall and its repair, with the sessions that were not rated', () => {
    const series = [7, 7, null, 7, 7, 7, 7, 7, 7, 4, 6, 7, null, 7, 7, null]
    expect(describeTrajectory(series, scale)).toMatchObject({
      sessions: 16,
      rated: 13,
      missed: [2, 12, 15],
      first: { index: 0, value: 7 },
      last: { index: 14, value: 7 },
      lowest: { index: 9, value: 4 },
      highest: { index: 0, value: 7 },
      isLastSessionRated: false,
      isNearCeiling: false,
      isEnoughForALine: true,
      ruptures: 1,
      episode: {
        level: 'rupture',
        state: 'repaired',
        from: { index: 8, value: 7 },
        to: { index: 9, value: 4 },
        backAt: 11,
      },
    })
  })

  it('compares the last rating with the mean of those before it', () => {
    const facts = describeTrajectory([6, null, 8, 5], scale)
    expect(facts.usual).toEqual({ mean: 7, n: 2 })
    expect(facts.lastAgainstUsual).toBe(-2)
    expect(facts.isEnoughForALine).toBe(false)
  })

  it('prefers the latest rupture to a later dip, and takes a dip if there is no rupture', () => {
    const steady = [7, 7, 7, 7, 7, 7, 7, 7]
    const dip = [5, 7, 7, 7]
    expect(describeTrajectory([...steady, 3, 7, 7, 7, 7, 7, ...dip], scale).episode).toMatchObject({
      level: 'rupture',
    })
    expect(describeTrajectory([...steady, ...dip], scale)).toMatchObject({
      ruptures: 0,
      episode: { level: 'dip', to: { index: 8, value: 5 } },
    })
  })

  it('gives no session of return while an episode is open or was not repaired', () => {
    const steady = [7, 7, 7, 7, 7, 7, 7, 7]
    expect(describeTrajectory([...steady, 3], scale).episode).toMatchObject({ state: 'open', backAt: null })
    expect(describeTrajectory([...steady, 3, 4, 4, 4], scale).episode).toMatchObject({
      state: 'unrepaired',
      backAt: null,
    })
  })

  it('judges by the rule the user has set', () => {
    const series = [7, 7, 7, 7, 7, 7, 7, 7, 3]
    expect(describeTrajectory(series, scale).episode).not.toBeNull()
    expect(describeTrajectory(series, { ...scale, rule: { ratingsBeforeFall: 9 } }).episode).toBeNull()
  })

  it('says near the ceiling if the median lies within a tenth of the top', () => {
    expect(describeTrajectory([9, 10, 2, 9], scale).isNearCeiling).toBe(true)
    expect(describeTrajectory([8, 10, 9, 8], scale).isNearCeiling).toBe(false)
    expect(describeTrajectory([8, 10], scale).isNearCeiling).toBe(true)
    expect(describeTrajectory([], scale).isNearCeiling).toBe(false)
  })

  it('reports neither episodes nor a ceiling if higher is not better', () => {
    const series = [9, 9, 9, 9, 9, 2]
    for (const direction of ['lower-is-better', 'neutral'] as const) {
      expect(describeTrajectory(series, { ...scale, direction })).toMatchObject({
        episode: null,
        ruptures: 0,
        isNearCeiling: false,
      })
    }
  })

  it('reports nothing for an empty series', () => {
    expect(describeTrajectory([], scale)).toEqual({
      sessions: 0,
      rated: 0,
      missed: [],
      first: null,
      last: null,
      lowest: null,
      highest: null,
      usual: null,
      lastAgainstUsual: null,
      isLastSessionRated: false,
      isNearCeiling: false,
      isEnoughForALine: false,
      episode: null,
      ruptures: 0,
    })
    expect(describeTrajectory([null], scale)).toMatchObject({ sessions: 1, rated: 0, missed: [0] })
  })
})
