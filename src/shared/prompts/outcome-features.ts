import { reaches } from '#shared/analytics/reaches.ts'
import { comparedTotals } from './compared-totals.ts'
import type { OutcomeFeature } from './client-features.ts'
import type { PromptRecord, RecordedOutcome } from './prompt-record.ts'

/** The state of each questionnaire, in session numbers; leaves out one with a single rating. */
export function outcomeFeatures({ sessions, outcomes }: PromptRecord): OutcomeFeature[] {
  return outcomes.flatMap((outcome) => {
    const { at, values, verdict } = outcome.change
    const baseline = at.baseline === null ? undefined : sessions[at.baseline]
    const current = at.current === null ? undefined : sessions[at.current]
    if (values === null || baseline === undefined || current === undefined || baseline === current) return []
    return [
      {
        title: outcome.title,
        sessionNumber: current.number,
        baselineSession: baseline.number,
        before: values.before,
        after: values.after,
        isTotal: comparedTotals(outcome),
        ratings: outcome.n,
        points: outcome.threshold.points,
        source: outcome.threshold.source,
        isReliablyWorse: verdict.change === 'reliably-worse' && wasWorseBefore(outcome),
        littleGained: littleGainedOf(outcome),
      },
    ]
  })
}

/** Whether the rating before the newest one was reliably worse than the baseline too: one rating may be a bad day. */
function wasWorseBefore({ scores, scale, threshold, change: { at, values } }: RecordedOutcome): boolean {
  if (values === null || at.baseline === null || at.current === null) return false
  const before = scores.slice(at.baseline + 1, at.current).findLast((score) => score !== null)
  if (before === undefined || before === null) return false
  const worse = scale.direction === 'lower-is-better' ? before - values.before : values.before - before
  return reaches(worse, threshold.points)
}

function littleGainedOf({ track }: RecordedOutcome): OutcomeFeature['littleGained'] {
  if (track === null || track.verdict !== 'little-gained') return null
  const { cutoff, judgedFromSession, littleGained } = track.parameters
  return { cutoff, fromSession: judgedFromSession, share: littleGained }
}
