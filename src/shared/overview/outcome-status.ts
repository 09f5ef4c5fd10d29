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
import { instrumentSchema } from '../instruments/instrument.ts'
import { instrumentScaleSchema } from '../instruments/instrument-scale.ts'
import type { RuleParameters } from '../rule-settings/rule-parameters.ts'
import type { OutcomeSource } from './outcome-source.ts'

const { shape } = instrumentSchema

/**
 * Accepts how a client does by one questionnaire that says from which change on a change counts.
 *
 * All sessions are indices into those of the overview. Thresholds, cut-offs and their sources are the
 * instrument's own; an instrument without a change threshold has no status.
 */
export const outcomeStatusSchema = z.strictObject({
  instrumentId: shape.id,
  /** The newest version that was answered: its thresholds count. */
  instrumentVersion: shape.version,
  title: shape.title,
  scale: instrumentScaleSchema.pick({ id: true, title: true, minimum: true, maximum: true }).extend({
    direction: z.enum(['higher-is-better', 'lower-is-better']),
  }),
  /** One score per session, null where there is none. */
  scores: z.array(z.number().nullable()),
  /** Sessions with a score. */
  n: z.int().min(1),
  /** Sessions answered in an earlier version whose scores can't be compared with these. */
  leftOut: z.array(z.int().min(0)),
  threshold: z.strictObject({ points: z.number(), source: z.string() }),
  cutoffs: z.array(z.strictObject({ value: z.number(), meaning: z.string(), source: z.string() })),
  /** The rating that later ones are compared with; the first one, unless the therapist chose another. */
  baseline: z.strictObject({ session: z.int().min(0), isChosen: z.boolean() }),
  change: changeExplanationSchema,
  /** Null where the rule does not apply: it needs a cut-off and a scale on which lower is better. */
  track: trackExplanationSchema.nullable(),
  /** Looked for only on scales where lower is better. */
  suddenGains: z.array(suddenGainExplanationSchema),
})
export type OutcomeStatus = z.output<typeof outcomeStatusSchema>

/**
 * Judges one questionnaire's scores by its own thresholds and these parameters, with all that it rests on.
 *
 * `positions` are the places, among all sessions, of those that count: one still ahead is no gap. Null where none
 * of them has a score. Where there are several cut-offs the first one is judged by. A baseline that was chosen and
 * has no score any more gives way to the first rating.
 */
export function outcomeStatus(
  source: OutcomeSource,
  positions: readonly number[],
  parameters: RuleParameters,
): OutcomeStatus | null {
  const { instrument, scale, threshold, direction } = source
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
  // A rating before the baseline takes no part in what is judged from it.
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
    scores: [...source.scores],
    n: series.filter((score) => score !== null).length,
    leftOut: [...source.leftOut],
    threshold: { points: threshold.points, source: threshold.source },
    cutoffs: cutoffs.map(({ value, meaning, source: from }) => ({ value, meaning, source: from })),
    baseline: { session: place(baseline), isChosen },
    change: withSessions(change, place),
    track: track && withSessions(track, place),
    suddenGains: gains.map((gain) => withSessions(gain, place)),
  }
}
