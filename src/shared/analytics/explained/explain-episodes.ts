import { ruptureEpisodes, ruptureRule } from '../rupture-episodes.ts'
import type { RuptureOptions } from '../rupture-episodes.ts'
import { repairLines } from '../rupture-repair.ts'
import { knownSpreadWeight } from '../rupture-spread.ts'
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
  const from = series.findIndex(isRating)
  const { known, ...rule } = ruptureRule(options)
  const parameters = {
    ...rule,
    repairedWithin: repairLines.repaired,
    partlyRepairedWithin: repairLines.partlyRepaired,
    knownSpreadWeight,
  }
  return episodes.flatMap((episode): ExplanationOf<'episode'>[] => {
    const { peak, trough, end, reference, troughScore, depth, dipFrom, ruptureFrom, level, state } = episode
    const { spread, knownFrom, knownSpread, ownSpread, ownShare, leastSpread, earlier } = episode
    const peakScore = series[peak]
    if (!isRating(peakScore)) return []
    const used = sessionsBetween(series, peak, end ?? series.length - 1)
    const drop = reference - troughScore
    return [
      {
        kind: 'episode',
        rule: ruleOf('attune-rule-1'),
        n: earlier.count + used.sessions.length - 1,
        ...used,
        parameters: { ...parameters, dipFrom, ruptureFrom },
        baseline: { from, to: peak, n: earlier.count, missing: peak - from + 1 - earlier.count },
        at: { peak, trough, end },
        values: {
          peakScore,
          meanToPeak: earlier.recentMean,
          meanN: earlier.recentCount,
          reference,
          troughScore,
          drop,
          spread,
          knownFrom,
          knownSpread,
          knownSource: known?.source ?? null,
          ownSpread,
          ownShare,
          leastSpread,
          depth,
          repairedFrom: reference - repairLines.repaired * drop,
          partlyRepairedFrom: reference - repairLines.partlyRepaired * drop,
        },
        verdict: { level, state },
      },
    ]
  })
}
