import { reaches } from '../reaches.ts'
import { reliableChange } from '../reliable-change.ts'
import { isRating } from '../series.ts'
import type { Series } from '../series.ts'
import { ruleOf } from './explanation.ts'
import type { ExplanationOf } from './explanation.ts'
import { sessionsBetween } from './sessions-used.ts'

/** The yardstick for a change: a published number of points, or the error of the measure. */
export type ChangeYardstick =
  | { kind: 'published'; points: number }
  | { kind: 'jacobson-truax'; sd: number; reliability: number; criterion?: number }

/** How a change is judged. */
export interface ChangeOptions {
  direction: 'higher-is-better' | 'lower-is-better'
  yardstick: ChangeYardstick
  /** The session compared with; by default the first one rated. */
  baseline?: number
  /** The score from which, in the unfavourable direction, the cut-off is reached. */
  cutoff?: number
}

type Change = ExplanationOf<'change'>

/**
 * Explains the change from a baseline to the latest rating: whether it is reliable, and on which side of a cut-off
 * both lie.
 *
 * A change counts from the published number of points on, as practice guidance words it. A change judged by sd and
 * reliability counts strictly beyond 1.96 standard errors of a difference. n is 2, because the ratings between the
 * two are not used. The verdict is too few ratings if the baseline is unrated or no rating follows it. Throws
 * RangeError as `reliableChange` does, and if the points are not above 0.
 */
export function explainChange(series: Series, options: ChangeOptions): Change {
  const { direction, yardstick, cutoff } = options
  if (yardstick.kind === 'published' && !(yardstick.points > 0)) {
    throw new RangeError('A published change has points above 0')
  }
  const isPublished = yardstick.kind === 'published'
  const parameters: Change['parameters'] = {
    direction,
    points: isPublished ? yardstick.points : null,
    sd: isPublished ? null : yardstick.sd,
    reliability: isPublished ? null : yardstick.reliability,
    criterion: isPublished ? null : (yardstick.criterion ?? 1.96),
    cutoff: cutoff ?? null,
  }
  const rule = ruleOf(isPublished ? 'published-change' : 'reliable-change')
  const baseline = options.baseline ?? series.findIndex(isRating)
  const current = series.findLastIndex(isRating)
  const before = series[baseline]
  const after = series[current]
  if (!isRating(before) || !isRating(after) || current <= baseline) {
    return {
      kind: 'change',
      rule,
      n: 0,
      sessions: [],
      missing: [],
      parameters,
      at: { baseline: null, current: null },
      values: null,
      verdict: { change: 'too-few-ratings', cutoff: 'none' },
    }
  }
  const measured = measure(before, after, yardstick)
  const { isReliable, ...values } = measured
  const isBetter = direction === 'lower-is-better' ? after < before : after > before
  return {
    kind: 'change',
    rule,
    n: 2,
    sessions: [baseline, current],
    missing: sessionsBetween(series, baseline, current).missing,
    parameters,
    at: { baseline, current },
    values: { before, after, change: after - before, ...values },
    verdict: {
      change: isReliable ? (isBetter ? 'reliably-better' : 'reliably-worse') : 'not-reliable',
      cutoff: cutoff === undefined ? 'none' : standing(before, after, cutoff, direction),
    },
  }
}

function measure(before: number, after: number, yardstick: ChangeYardstick) {
  if (yardstick.kind === 'published') {
    const threshold = yardstick.points
    const isReliable = reaches(Math.abs(after - before), threshold)
    return { threshold, index: null, standardErrorOfDifference: null, isReliable }
  }
  const { kind: _kind, ...measure } = yardstick
  const { threshold, index, standardErrorOfDifference, isReliable } = reliableChange({
    before,
    after,
    ...measure,
  })
  return { threshold, index, standardErrorOfDifference, isReliable }
}

function standing(
  before: number,
  after: number,
  cutoff: number,
  direction: ChangeOptions['direction'],
): Change['verdict']['cutoff'] {
  const isReached = (score: number): boolean =>
    direction === 'lower-is-better' ? reaches(score, cutoff) : reaches(cutoff, score)
  if (isReached(before)) return isReached(after) ? 'reached-by-both' : 'left'
  return isReached(after) ? 'newly-reached' : 'reached-by-neither'
}
