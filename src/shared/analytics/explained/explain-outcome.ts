import { outcomeTrack, trackRule } from '../outcome-track.ts'
import type { TrackOptions } from '../outcome-track.ts'
import { isRating, meanOf } from '../series.ts'
import type { Series } from '../series.ts'
import { criticalT, shareOfScoreBefore, suddenGains } from '../sudden-gains.ts'
import { ruleOf } from './explanation.ts'
import type { ExplanationOf } from './explanation.ts'
import { sessionsBetween } from './sessions-used.ts'

/**
 * Compares the latest score with the first, for scores where lower is better.
 *
 * Gives no judgement with fewer than two ratings or if one of the numbers is unusable. Uses the first, the latest and
 * the one before it.
 */
export function explainTrack(series: Series, options: TrackOptions): ExplanationOf<'track'> {
  const parameters = { ...trackRule, ...options }
  const found = outcomeTrack(series, parameters)
  const baseline = found?.baseline.index ?? null
  const current = found?.current.index ?? null
  const isJudged = baseline !== null && current !== null
  const between = isJudged ? series.slice(0, current).findLastIndex(isRating) : -1
  const used = isJudged ? [...new Set([baseline, between, current])] : []
  return {
    kind: 'track',
    rule: ruleOf('outcome-track'),
    n: used.length,
    sessions: used,
    missing: isJudged ? sessionsBetween(series, baseline, current).missing : [],
    parameters,
    at: { baseline, current },
    values:
      found === null
        ? null
        : { baseline: found.baseline.value, current: found.current.value, change: found.change },
    verdict: found === null ? 'not-judged' : found.state,
  }
}

/** Explains every sudden gain in scores where lower is better, in the order of the sessions. */
export function explainSuddenGains(
  series: Series,
  { threshold }: { threshold: number },
): ExplanationOf<'sudden-gain'>[] {
  return suddenGains(series, { threshold }).flatMap(({ index, size }): ExplanationOf<'sudden-gain'>[] => {
    const before = sessionsBetween(series, index - 3, index - 1)
    const after = sessionsBetween(series, index, index + 2)
    const scoresOf = (sessions: readonly number[]) =>
      sessions.map((session) => series[session]).filter(isRating)
    const meanBefore = meanOf(scoresOf(before.sessions))
    const meanAfter = meanOf(scoresOf(after.sessions))
    const [scoreBefore, scoreAfter] = [series[index - 1], series[index]]
    const sessions = [...before.sessions, ...after.sessions]
    const degreesOfFreedom = sessions.length - 2
    const critical = criticalT[degreesOfFreedom]
    if (meanBefore === null || meanAfter === null || critical === undefined) return []
    if (!isRating(scoreBefore) || !isRating(scoreAfter)) return []
    const [first = index] = sessions
    const last = sessions.at(-1) ?? index
    return [
      {
        kind: 'sudden-gain',
        rule: ruleOf('sudden-gain'),
        n: sessions.length,
        sessions,
        missing: [...before.missing, ...after.missing].filter((session) => session > first && session < last),
        parameters: { threshold, shareOfScoreBefore, significance: 0.05 },
        at: { gain: index },
        values: {
          scoreBefore,
          scoreAfter,
          size,
          meanBefore,
          meanAfter,
          degreesOfFreedom,
          criticalT: critical,
        },
        verdict: 'sudden-gain',
      },
    ]
  })
}
