import { earlierRatings } from '../earlier-ratings.ts'
import { ruptureEpisodes, ruptureRule } from '../rupture-episodes.ts'
import type { RuptureOptions } from '../rupture-episodes.ts'
import { repairLines } from '../rupture-repair.ts'
import { fewestMovingRanges } from '../rupture-spread.ts'
import { isRating } from '../series.ts'
import type { Series } from '../series.ts'
import { ruleOf } from './explanation.ts'
import type { ExplanationOf } from './explanation.ts'
import { sessionsBetween } from './sessions-used.ts'

/**
 * Explains every decline that `ruptureEpisodes` finds, in its order; empty if it finds none.
 *
 * n counts all ratings up to the end, but `sessions` lists only those from the peak on, so that many episodes in a
 * long therapy stay short. The sessions of an open episode run to the last one.
 */
export function explainEpisodes(series: Series, options: RuptureOptions): ExplanationOf<'episode'>[] {
  const episodes = ruptureEpisodes(series, options)
  if (episodes.length === 0) return []
  const known = earlierRatings(series)
  const from = series.findIndex(isRating)
  const parameters = {
    ...ruptureRule(options),
    repairedWithin: repairLines.repaired,
    partlyRepairedWithin: repairLines.partlyRepaired,
    minimumMovingRanges: fewestMovingRanges,
  }
  return episodes.flatMap((episode): ExplanationOf<'episode'>[] => {
    const { peak, trough, end, reference, troughScore, spread, spreadSetBy, depth, level, state } = episode
    const before = known[peak]
    const peakScore = series[peak]
    if (before === undefined || before === null || !isRating(peakScore)) return []
    const used = sessionsBetween(series, peak, end ?? series.length - 1)
    const drop = reference - troughScore
    return [
      {
        kind: 'episode',
        rule: ruleOf('attune-rule-1'),
        n: before.count + used.sessions.length - 1,
        ...used,
        parameters,
        baseline: { from, to: peak, n: before.count, missing: peak - from + 1 - before.count },
        at: { peak, trough, end },
        values: {
          peakScore,
          meanToPeak: before.mean,
          reference,
          troughScore,
          drop,
          spread,
          spreadSetBy,
          withinSpread: before.movingRanges >= fewestMovingRanges ? before.sigma : null,
          movingRanges: before.movingRanges,
          floor: parameters.step / 2,
          depth,
          repairedFrom: reference - repairLines.repaired * drop,
          partlyRepairedFrom: reference - repairLines.partlyRepaired * drop,
        },
        verdict: { level, state },
      },
    ]
  })
}
