import { individualsChart } from '../individuals-chart.ts'
import { minimumRatings } from '../minimum-ratings.ts'
import { isNearCeiling } from '../near-ceiling.ts'
import type { Series } from '../series.ts'
import { ruleOf } from './explanation.ts'
import type { ExplanationOf } from './explanation.ts'
import { ratedRange } from './sessions-used.ts'

/**
 * Explains the limits of an individuals chart, or why there are none.
 *
 * With a baseline, n and `sessions` hold only the first ratings, which set the limits; `at.beyond` covers all
 * ratings. Limits are shown from `minimumRatings.limits` ratings on and provisional below `settledLimits`.
 */
export function explainLimits(
  series: Series,
  options: { baseline?: number; scale?: { minimum: number; maximum: number } } = {},
): ExplanationOf<'limits'> {
  const { baseline, scale } = options
  const all = ratedRange(series)
  const fitted = all.sessions.filter(
    (_session, position) => position < (baseline ?? Number.POSITIVE_INFINITY),
  )
  const last = fitted.at(-1) ?? -1
  const isEnough = fitted.length >= minimumRatings.limits
  const chart = isEnough ? individualsChart(series, baseline === undefined ? {} : { baseline }) : null
  const settled = fitted.length >= minimumRatings.settledLimits ? 'settled' : 'provisional'
  return {
    kind: 'limits',
    rule: ruleOf('individuals-chart'),
    n: fitted.length,
    sessions: fitted,
    missing: all.missing.filter((session) => session < last),
    parameters: {
      baseline: baseline === undefined || !Number.isFinite(baseline) ? null : baseline,
      minimumRatings: minimumRatings.limits,
      settledFrom: minimumRatings.settledLimits,
    },
    at: { beyond: chart?.beyond ?? [] },
    values:
      chart === null
        ? null
        : {
            centre: chart.centre,
            sigma: chart.sigma,
            lower: chart.lower,
            upper: chart.upper,
            meanMovingRange: chart.meanMovingRange,
            nearCeiling: scale === undefined ? null : isNearCeiling(series, scale),
          },
    verdict: !isEnough ? 'too-few-ratings' : chart === null ? 'no-neighbouring-ratings' : settled,
  }
}
