import { changePoint } from '../change-point.ts'
import { minimumRatings } from '../minimum-ratings.ts'
import { isRating } from '../series.ts'
import type { Series } from '../series.ts'
import { withinBetween } from '../within-between.ts'
import { ruleOf } from './explanation.ts'
import type { ExplanationOf } from './explanation.ts'
import { ratedRange, sessionsBetween } from './sessions-used.ts'

// A mean is rarely exactly equal to a rating; no difference this small matters.
const tolerance = 1e-9

/**
 * Compares one session's rating, by default the latest, with the client's own level.
 *
 * The verdict uses only the mean of the earlier ratings, which was known at that session. It is too few ratings if
 * the session has no rating or none came before it. It says above or below, never how unusual.
 */
export function explainWithin(series: Series, options: { session?: number } = {}): ExplanationOf<'within'> {
  const session = options.session ?? series.findLastIndex(isRating)
  const { mean, n, deviations, runningDeviations } = withinBetween(series)
  const score = series[session]
  const deviation = deviations[session] ?? null
  const runningDeviation = runningDeviations[session] ?? null
  const isJudged = isRating(score) && mean !== null && deviation !== null && runningDeviation !== null
  const used = isJudged
    ? sessionsBetween(series, series.findIndex(isRating), session)
    : { sessions: [], missing: [] }
  const isAtUsual = Math.abs(runningDeviation ?? 0) <= tolerance * Math.max(1, Math.abs(score ?? 0))
  return {
    kind: 'within',
    rule: ruleOf('within-between'),
    n: used.sessions.length,
    ...used,
    parameters: { minimumEarlier: 1 },
    at: { session: isJudged ? session : null },
    values: isJudged
      ? { score, earlierMean: score - runningDeviation, runningDeviation, level: mean, levelN: n, deviation }
      : null,
    verdict: !isJudged
      ? 'too-few-ratings'
      : isAtUsual
        ? 'at-usual'
        : runningDeviation > 0
          ? 'above-usual'
          : 'below-usual',
  }
}

/**
 * Explains whether one change of level fits the ratings better than one level throughout, or why that can't be said.
 */
export function explainChangePoint(
  series: Series,
  options: { minSegment?: number } = {},
): ExplanationOf<'change-point'> {
  const used = ratedRange(series)
  const n = used.sessions.length
  const isEnough = n >= minimumRatings.changePoint
  const found = isEnough ? changePoint(series, options) : null
  const isChanged = found !== null && found.bic < found.bicNoChange
  return {
    kind: 'change-point',
    rule: ruleOf('change-point'),
    n,
    ...used,
    parameters: { minimumRatings: minimumRatings.changePoint, minSegment: options.minSegment ?? null },
    at: { change: isChanged ? found.index : null },
    values:
      found === null
        ? null
        : {
            before: found.before,
            after: found.after,
            rss: found.rss,
            bic: found.bic,
            rssNoChange: found.rssNoChange,
            bicNoChange: found.bicNoChange,
          },
    verdict: !isEnough
      ? 'too-few-ratings'
      : found === null
        ? 'no-split'
        : isChanged
          ? 'level-changed'
          : 'one-level',
  }
}
