import { individualsChart } from '../individuals-chart.ts'
import { minimumRatings } from '../minimum-ratings.ts'
import { isNearCeiling } from '../near-ceiling.ts'
import { isRating } from '../series.ts'
import type { Series } from '../series.ts'
import { westernElectric, zoneRules } from '../western-electric.ts'
import { ruleOf } from './explanation.ts'
import type { ExplanationOf } from './explanation.ts'
import { ratedRange, sessionsBetween } from './sessions-used.ts'

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

/**
 * Explains every signal of the zone rules around explained limits, in the order of the sessions.
 *
 * Empty if the limits have no values. `sessions` are the ratings that complete the pattern. None is missing among
 * them, because a gap ends a run. A signal alone is never a flag.
 */
export function explainSignals(series: Series, limits: ExplanationOf<'limits'>): ExplanationOf<'signal'>[] {
  if (limits.values === null) return []
  const { centre, sigma } = limits.values
  const found = westernElectric(series, { centre, sigma })
  const explained = (rule: keyof typeof zoneRules): ExplanationOf<'signal'>[] => {
    const { beyondSigmas, needed, window } = zoneRules[rule]
    return found[rule].flatMap((signal): ExplanationOf<'signal'>[] => {
      const score = series[signal]
      if (!isRating(score)) return []
      const side = score > centre ? 1 : -1
      const distance = beyondSigmas * sigma
      let from = signal
      while (from > 0 && signal - from + 1 < window && isRating(series[from - 1])) from -= 1
      const { sessions, missing } = sessionsBetween(series, from, signal)
      return [
        {
          kind: 'signal',
          rule: ruleOf(ruleIds[rule]),
          n: sessions.length,
          sessions,
          missing,
          parameters: { centre, sigma, beyondSigmas, needed, window },
          at: { signal },
          values: {
            score,
            line: centre + side * distance,
            pointsBeyond: sessions.filter(
              (session) => side * ((series[session] ?? centre) - centre) > distance,
            ).length,
          },
          verdict: side > 0 ? 'above' : 'below',
        },
      ]
    })
  }
  return (['rule1', 'rule2', 'rule3', 'rule4'] as const)
    .flatMap(explained)
    .toSorted((a, b) => a.at.signal - b.at.signal)
}

const ruleIds = {
  rule1: 'western-electric-rule-1',
  rule2: 'western-electric-rule-2',
  rule3: 'western-electric-rule-3',
  rule4: 'western-electric-rule-4',
} as const satisfies Record<keyof typeof zoneRules, string>
