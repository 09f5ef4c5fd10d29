import { describe, expect, it } from 'vitest'
import { ruptureEpisodes } from '#shared/analytics/index.ts'
import { episodeParameters } from '#shared/overview/build-overview.ts'
import { defaultRule } from './default-rule.ts'

const steady = [7, 7, 7, 7, 7, 7]
// Each fall is one quarter of a point to one side of a threshold, each return one session to one side of the window.
const falls = [6.25, 6, 5, 4.75]
const returns = [[7], [5, 5, 7], [5, 5, 5, 7]]
const series = falls.flatMap((low) => returns.map((back) => [...steady, low, ...back]))

describe('defaultRule', () => {
  it('tells the parameters that the rule works with', () => {
    for (const ratings of series) {
      expect(ruptureEpisodes(ratings, { ...episodeParameters, ...defaultRule })).toEqual(
        ruptureEpisodes(ratings, episodeParameters),
      )
    }
  })

  it('would be caught telling others', () => {
    const found = (change: object) =>
      series.map((ratings) => ruptureEpisodes(ratings, { ...episodeParameters, ...change }))
    for (const change of [
      { dipDepth: 1.25 },
      { ruptureDepth: 2.25 },
      { windowSessions: 4 },
      { windowSessions: 2 },
    ]) {
      expect(found(change)).not.toEqual(found({}))
    }
  })
})
