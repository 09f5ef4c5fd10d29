import { z } from 'zod'
import { describeTrajectory, type Series } from '../analytics/index.ts'
import { meanOf, ratingsOf } from '../analytics/series.ts'
import type { ClientSeries } from './client-series.ts'

/** Accepts the level of a series, in session numbers; null where there are too few ratings. */
export const seriesLevelSchema = z.strictObject({
  rated: z.int().min(0),
  /** Mean of all ratings. */
  mean: z.number().nullable(),
  last: z.strictObject({ session: z.int(), value: z.number() }).nullable(),
  /** Mean and number of the newest ratings before the last one, so that a rating isn't compared with itself. */
  usual: z.strictObject({ mean: z.number(), n: z.int() }).nullable(),
  lastAgainstUsual: z.number().nullable(),
  /** Whether the last rating lies closer to the usual level than ratings usually do. */
  isLastAsUsual: z.boolean(),
  /** A straight line that chance alone seldom makes so steep: points from the first rating to the last. */
  trend: z.strictObject({ change: z.number(), n: z.int() }).nullable(),
  /** Whether half of the ratings lie near the top, where only a fall has room. */
  isNearCeiling: z.boolean(),
  /** Whether there are enough ratings for a line and for words about its course. */
  isEnoughForALine: z.boolean(),
})
export type SeriesLevel = z.output<typeof seriesLevelSchema>

/** Measures the level of a series; `numbers` are those of its sessions. */
export function levelOfSeries(
  values: Series,
  numbers: readonly number[],
  scale: Pick<ClientSeries, 'minimum' | 'maximum' | 'direction'>,
): SeriesLevel {
  const { last, ...facts } = describeTrajectory(values, scale)
  return {
    ...facts,
    mean: meanOf(ratingsOf(values).map(({ value }) => value)),
    last: last === null ? null : { session: numbers[last.index] ?? last.index + 1, value: last.value },
  }
}
