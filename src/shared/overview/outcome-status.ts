import { z } from 'zod'
import {
  changeExplanationSchema,
  suddenGainExplanationSchema,
  trackExplanationSchema,
} from '../analytics/explained/explanation.ts'
import {
  explainChange,
  explainSuddenGains,
  explainTrack,
  withSessions,
} from '../analytics/explained/index.ts'
import { instrumentSchema, needsRiskPath } from '../instruments/instrument.ts'
import { instrumentScaleSchema } from '../instruments/instrument-scale.ts'
import type { RuleParameters } from '../rule-settings/rule-parameters.ts'
import type { OutcomeSource } from './outcome-source.ts'

const { shape } = instrumentSchema

/**
 * Accepts a client's status by one questionnaire that has a change threshold.
 *
 * All sessions are indices into those of the overview. Thresholds, cut-offs and their sources are the instrument's
 * own; an instrument without a change threshold has no status.
 */
export const outcomeStatusSchema = z.strictObject({
  instrumentId: shape.id,
  /** The newest answered version; its thresholds count. */
  instrumentVersion: shape.version,
  title: shape.title,
  scale: instrumentScaleSchema.pick({ id: true, title: true, minimum: true, maximum: true }).extend({
    direction: z.enum(['higher-is-better', 'lower-is-better']),
  }),
  /** One score per session, null if there is none or the session doesn't count. */
  scores: z.array(z.number().nullable()),
  /** Sessions with a score. */
  n: z.int().min(1),
  /** Sessions whose score is a total that another program gave: its answers are not known. */
  totals: z.array(z.int().min(0)),
  /** Whether it asks about risk. Then a total alone hides an answer that asks for attention. */
  asksAboutRisk: z.boolean(),
  /** Sessions answered in an earlier version with scores that can't be compared. */
  leftOut: z.array(z.int().min(0)),
  threshold: z.strictObject({ points: z.number(), source: z.string() }),
  cutoffs: z.array(z.strictObject({ value: z.number(), meaning: z.string(), source: z.string() })),
  /** The rating that later ones are compared with: the first, unless the therapist chose another. */
  baseline: z.strictObject({ session: z.int().min(0), isChosen: z.boolean() }),
  change: changeExplanationSchema,
  /** Null if the rule does not apply: it needs a cut-off and a scale where lower is better. */
  track: trackExplanationSchema.nullable(),
  /** Only for scales where lower is better. */
  suddenGains: z.array(suddenGainExplanationSchema),
})
export type OutcomeStatus = z.output<typeof outcomeStatusSchema>

/**
 * Judges one questionnaire's scores by its own thresholds and these parameters, and explains the result.
 *
 * `positions` are the places, among all sessions, of those that count, because a future session is not a gap. Null if
 * none of them has a score. Uses the first of several cut-offs. If the chosen baseline no longer has a score, the
 * first rating is the baseline.
 */
export function outcomeStatus(
  source: OutcomeSource,
  positions: readonly number[],
  parameters: RuleParameters,
): OutcomeStatus | null {
  const { instrument, scale, threshold, direction } = source
  const counted = new Set(positions)
  const series = positions.map((position) => source.scores[position] ?? null)
  const first = series.findIndex((score) => score !== null)
  if (first === -1) return null
  const chosen = positions.indexOf(source.chosenBaseline ?? -1)
  const isChosen = chosen !== -1 && series[chosen] !== null
  const baseline = isChosen ? chosen : first
  const cutoffs = (instrument.cutoffs ?? []).filter((cutoff) => cutoff.scale === scale.id)
  const cutoff = cutoffs[0]?.value
  const isLowerBetter = direction === 'lower-is-better'
  const place = (index: number) => positions[index] ?? index
  // Ratings before the baseline are not judged.
  const since = series.map((score, index) => (index < baseline ? null : score))
  const change = explainChange(series, {
    direction,
    yardstick: { kind: 'published', points: threshold.points },
    baseline,
    ...(cutoff === undefined ? {} : { cutoff }),
  })
  const track =
    isLowerBetter && cutoff !== undefined
      ? explainTrack(since, {
          reliableChange: threshold.points,
          cutoff,
          judgedFromSession: parameters.trackSession,
          littleGained: parameters.trackShare,
        })
      : null
  const gains = isLowerBetter
    ? explainSuddenGains(series, { threshold: threshold.points * parameters.suddenGainChanges })
    : []
  const { id, title, minimum, maximum } = scale
  return {
    instrumentId: instrument.id,
    instrumentVersion: instrument.version,
    title: instrument.title,
    scale: { id, title, minimum, maximum, direction },
    scores: source.scores.map((score, session) => (counted.has(session) ? score : null)),
    n: series.filter((score) => score !== null).length,
    asksAboutRisk: needsRiskPath(instrument),
    totals: source.totals.filter((session) => counted.has(session)),
    leftOut: [...source.leftOut],
    threshold: { points: threshold.points, source: threshold.source },
    cutoffs: cutoffs.map(({ value, meaning, source: from }) => ({ value, meaning, source: from })),
    baseline: { session: place(baseline), isChosen },
    change: withSessions(change, place),
    track: track && withSessions(track, place),
    suddenGains: gains.map((gain) => withSessions(gain, place)),
  }
}
